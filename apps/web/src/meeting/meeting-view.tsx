import { read } from '@duet/document';
import { attention, type Meeting, readinessParts, roster } from '@duet/domain';
import type { EditorNotice, MeetingEditorHandle } from '@duet/editor';
import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import type { MeetingMetadata } from '../api/types.ts';
import { toneOf } from '../people/person-words.ts';
import type { Present } from '../people/presence.ts';
import { usePresence } from '../people/use-presence.ts';
import type { LocalPlace } from '../sync/local-edits.ts';
import type { MeetingConnection } from '../sync/meeting-connection.ts';
import { useConnectionState } from '../sync/use-connection.ts';
import { useLeaveGuard } from '../sync/use-saved-state.ts';
import { localToday, weekdayAndDay } from '../time/format-date.ts';
import { toasts } from '../ui/toast-store.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { useSame } from '../ui/use-same.ts';
import { Agenda } from './agenda.tsx';
import { ConnectionBanner } from './banners/connection-banner.tsx';
import { LateBanner } from './banners/late-banner.tsx';
import { LockedBanner } from './banners/locked-banner.tsx';
import { ReopenedBanner } from './banners/reopened-banner.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { ClockedEditor } from './clock/clocked-editor.tsx';
import { type MeetingPage, meetingActions } from './commands/meeting-actions.ts';
import { usePageKeys } from './commands/use-page-keys.ts';
import { useConcern } from './concern/use-concern.ts';
import { FollowDock } from './follow/follow-dock.tsx';
import { useFollow } from './follow/use-follow.ts';
import { DocHead } from './head/doc-head.tsx';
import { useWaitingTexts } from './kept/use-waiting-texts.ts';
import { WaitingBanner } from './kept/waiting-banner.tsx';
import { type MeetingDialog, MeetingDialogs } from './meeting-dialogs.tsx';
import { outlineOf, sectionOfBlock } from './outline/outline-model.ts';
import { AttentionNews } from './rail/attention-news.tsx';
import { SideSheet } from './side-sheet.tsx';
import { TopBar } from './topbar/top-bar.tsx';
import { useAddressedBlock } from './use-addressed-block.ts';
import { useSeriesMemory } from './use-series-memory.ts';
import { useOwnVoice } from './voices/use-voices.ts';

/** Beside the notes: they may come a moment after them. */
const Rail = lazy(() => import('./rail/rail.tsx'));
const SinceLast = lazy(() => import('./since/since-last.tsx'));

interface MeetingViewProps {
  readonly connection: MeetingConnection;
  readonly metadata: MeetingMetadata;
  readonly place: LocalPlace;
  readonly meeting: Meeting;
  /** This page locked the meeting or opened it again. */
  readonly onStatusChanged: () => Promise<void>;
  /** This page took care of a text that the server keeps beside the notes. */
  readonly onKeptChanged: () => Promise<void>;
}

/** The meeting as its document, its people and the rules of the domain say it. */
export function MeetingView(props: MeetingViewProps) {
  const { connection, metadata, place, meeting, onStatusChanged, onKeptChanged } = props;
  const { doc, provider, tracker } = connection;
  const { awareness } = provider;
  const { me, status } = metadata;
  const isFinal = status === 'finalized';
  const today = localToday();
  const pageRef = useRef<HTMLElement>(null);
  const [editor, setEditor] = useState<MeetingEditorHandle | null>(null);
  const [dialog, setDialog] = useState<MeetingDialog | null>(null);
  const [, navigate] = useLocation();
  const waiting = useWaitingTexts(metadata);
  const { ending, phase } = useConnectionState(connection);
  useLeaveGuard(tracker);
  useEffect(() => {
    document.title = `${meeting.title}${meeting.date === null ? '' : `, ${weekdayAndDay(meeting.date)}`} · Duet`;
  }, [meeting.title, meeting.date]);

  const mayWrite = me.role !== 'follower' && !isFinal && ending === null;
  useOwnVoice(doc, me.side, mayWrite);
  const people = usePresence(awareness, me);
  const everybody = useSame(useMemo(() => roster(meeting), [meeting]));
  const readiness = useSame(useMemo(() => readinessParts(meeting), [meeting]));
  const findings = useSame(useMemo(() => attention(meeting, { today }), [meeting, today]));
  const outline = useSame(useMemo(() => outlineOf(meeting), [meeting]));
  const follow = useFollow(pageRef, editor, awareness, people);
  const { pause } = follow;

  const sectionIdOf = (person: Present | null | undefined): string | null =>
    person?.section ?? (person?.place ? sectionOfBlock(meeting, person.place.blockId) : null);
  const sectionTitleOf = (person: Present | null): string | null =>
    // Whoever stands at the top of the page is in no section yet.
    [...outline.inTheRoom, ...outline.after].find((entry) => entry.id === sectionIdOf(person))?.title ?? null;
  const currentId = sectionIdOf(people.find((person) => person.isMe));

  const reveal = useCallback(
    (blockId: string, field?: string): void => {
      // Whoever goes somewhere is not to be drawn back by the next step of whom they follow.
      pause();
      // In this turn, so that the next letter is written there, and once nothing lies over the notes, which would keep the focus.
      queueMicrotask(() => {
        flushSync(() => setDialog(null));
        editor?.reveal(blockId, field);
      });
    },
    [editor, pause],
  );
  const memory = useSeriesMemory(metadata.id, doc, editor !== null && phase === 'live');
  useAddressedBlock(editor === null ? null : reveal);
  const concern = useConcern(useCallback(() => setDialog('rail'), []));
  const raise = (): void => {
    if (!isFinal) concern.raise({ about: editor?.current() ?? null });
  };
  const page: MeetingPage = {
    doc,
    metadata,
    meeting,
    today,
    mayWrite,
    outline,
    inViewId: currentId,
    findings,
    people,
    follow,
    editor,
    onReveal: reveal,
    onDialog: setDialog,
    onRaise: raise,
    onHome: () => navigate('/'),
  };
  const actions = meetingActions(page);
  usePageKeys(actions);
  // Here before it is asked for: the first letters that somebody types after its key are meant for it.
  const CommandMenu = useLoaded(loadCommandMenu);

  const agenda = (
    <Agenda
      doc={doc}
      meeting={meeting}
      people={people}
      outline={outline}
      inViewId={currentId}
      isOpen={!isFinal}
      mayRun={mayWrite}
      onGo={reveal}
    />
  );
  const rail = (
    <Suspense>
      <Rail
        metadata={metadata}
        people={people}
        findings={findings}
        sectionOf={sectionTitleOf}
        onFollow={follow.start}
        concern={concern}
        outline={outline}
        inViewId={currentId}
        doc={doc}
        context={{
          meeting,
          today,
          me,
          mayWrite,
          onReveal: reveal,
          onAdd: (blockOf) => {
            const block = blockOf(read(doc));
            if (block) editor?.add(block);
          },
          onSet: (blockId, attrs) => editor?.setAttributes(blockId, attrs),
        }}
      />
    </Suspense>
  );

  return (
    <div className="app">
      <a className="skip-link" href="#page">
        Skip to the notes
      </a>
      {/* In the order of the Tab key: what is written, what needs attention, the agenda, the rest. The grid places them. */}
      <main
        className={`page${follow.leader ? ` page--following page--${toneOf(follow.leader)}` : ''}`}
        id="page"
        ref={pageRef}
        tabIndex={-1}
      >
        <ConnectionBanner connection={connection} locked={isFinal} />
        <LateBanner place={place} />
        <WaitingBanner waiting={waiting} onShow={() => setDialog('kept-text')} />
        <div className={`page__inner${mayWrite ? '' : ' is-locked'}`}>
          {isFinal ? (
            <LockedBanner metadata={metadata} onRevisions={() => setDialog('revisions')} onReopened={onStatusChanged} />
          ) : (
            <ReopenedBanner metadata={metadata} onRevisions={() => setDialog('revisions')} />
          )}
          <DocHead doc={doc} meeting={meeting} editable={mayWrite} />
          {metadata.previous !== null && (
            <div className="since-place">
              {editor !== null && (
                <Suspense>
                  <SinceLast
                    previous={metadata.previous}
                    meeting={meeting}
                    today={today}
                    twist={<ChevronRight className="icon icon--14" aria-hidden="true" />}
                    onReveal={reveal}
                  />
                </Suspense>
              )}
            </div>
          )}
          <ClockedEditor
            doc={doc}
            outline={outline}
            ended={isFinal}
            awareness={awareness}
            me={me}
            editable={mayWrite}
            today={today}
            date={meeting.date}
            readiness={readiness}
            people={everybody}
            memory={memory}
            onReady={setEditor}
            onNotice={showNotice}
          />
        </div>
        <FollowDock follow={follow} leaderSection={sectionTitleOf(follow.leader)} />
      </main>
      <aside className="rail" aria-label={mayWrite ? 'Attention and people' : 'People and downloads'}>
        {rail}
      </aside>
      <nav className="outline" aria-label="Agenda">
        {agenda}
      </nav>
      <TopBar
        metadata={metadata}
        doc={doc}
        meeting={meeting}
        tracker={tracker}
        people={people}
        follow={follow}
        attentionCount={findings.length}
        timedSections={outline.inTheRoom}
        onRaise={raise}
        onDialog={setDialog}
      />
      <BottomBar
        metadata={metadata}
        follow={follow}
        attentionCount={findings.length}
        onRaise={raise}
        onDialog={setDialog}
      />
      {!isFinal && me.role !== 'follower' && <AttentionNews findings={findings} />}
      {dialog === 'rail' && (
        <SideSheet
          side="right"
          title={isFinal ? 'Follow-up and exports' : 'Attention and people'}
          onClose={() => setDialog(null)}
        >
          <div className="rail">{rail}</div>
        </SideSheet>
      )}
      {dialog === 'outline' && (
        <SideSheet side="left" title="Agenda" onClose={() => setDialog(null)}>
          <nav className="outline" aria-label="Agenda">
            {agenda}
          </nav>
        </SideSheet>
      )}
      {dialog === 'commands' && CommandMenu !== null && (
        <CommandMenu page={page} actions={actions} onClose={() => setDialog(null)} />
      )}
      <MeetingDialogs
        open={dialog}
        metadata={metadata}
        meeting={meeting}
        me={me}
        today={today}
        doc={doc}
        mayWrite={mayWrite}
        waiting={waiting}
        onReveal={reveal}
        handedOver={() => connection.handedOverNow()}
        onStatusChanged={onStatusChanged}
        onKeptChanged={onKeptChanged}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}

const loadCommandMenu = () => import('./commands/command-menu.tsx');

function showNotice({ text, undo, failed = false }: EditorNotice): void {
  toasts.show({ tone: failed ? 'error' : 'done', text, ...(undo && { action: { label: 'Undo', run: undo } }) });
}
