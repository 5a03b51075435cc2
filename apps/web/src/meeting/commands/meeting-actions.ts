import { read } from '@duet/document';
import { clearance, type Finding, type IsoDate, type Meeting, upcomingItems } from '@duet/domain';
import type { MeetingEditorHandle } from '@duet/editor';
import type * as Y from 'yjs';
import type { MeetingMetadata } from '../../api/types.ts';
import { firstName } from '../../people/person-words.ts';
import type { Present } from '../../people/presence.ts';
import { toasts } from '../../ui/toast-store.ts';
import { atSection, paused, resumed, startedClock } from '../clock/meeting-clock.ts';
import { serverNow } from '../clock/server-time.ts';
import { clockOf, setClock } from '../clock/use-meeting-clock.ts';
import type { Follow } from '../follow/use-follow.ts';
import type { MeetingDialog } from '../meeting-dialogs.tsx';
import { allEntries, type OutlineModel } from '../outline/outline-model.ts';
import type { PageAction, PageActions } from './page-actions.ts';
import { goRound, goToRegion } from './regions.ts';

/** The meeting page as its actions find it. */
export interface MeetingPage {
  readonly doc: Y.Doc;
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly mayWrite: boolean;
  readonly outline: OutlineModel;
  /** The section that this person has before their eyes. */
  readonly inViewId: string | null;
  readonly findings: readonly Finding[];
  readonly people: readonly Present[];
  readonly follow: Follow;
  readonly editor: MeetingEditorHandle | null;
  readonly onReveal: (blockId: string) => void;
  readonly onDialog: (dialog: MeetingDialog) => void;
  readonly onRaise: () => void;
  readonly onHome: () => void;
}

/** What this person can do with the meeting right now. */
export function meetingActions(page: MeetingPage): PageActions {
  const { metadata, mayWrite, follow, onDialog } = page;
  const isFinal = metadata.status === 'finalized';
  const isFacilitator = metadata.role === 'facilitator';
  const leader = page.people.find((person) => person.role === 'facilitator' && !person.isMe);
  const risks = page.meeting.blocks.find((block) => block.type === 'sectionHeading' && block.key === 'risks');
  return {
    commands: { run: () => onDialog('commands') },
    nextSection: { run: () => goBySection(page, 1) },
    previousSection: { run: () => goBySection(page, -1) },
    nextRegion: { run: () => goRound(1) },
    previousRegion: { run: () => goRound(-1) },
    attention: { run: () => goToRegion('attention') || onDialog('rail') },
    outline: { run: () => goToRegion('outline') || onDialog('outline') },
    page: { run: () => void goToRegion('page') },
    ...(risks && 'id' in risks && { risks: { run: () => page.onReveal(risks.id) } }),
    home: { run: page.onHome },
    help: { run: () => onDialog('help') },
    ...(mayWrite && clockActions(page)),
    ...(mayWrite && { talkedThrough: { run: () => talkThrough(page) } }),
    ...(!isFinal && { concern: { run: page.onRaise } }),
    ...(follow.leader && { follow: { run: follow.stop, words: `Stop following ${firstName(follow.leader.name)}` } }),
    ...(!follow.leader &&
      leader && { follow: { run: () => follow.start(leader.id), words: `Follow ${firstName(leader.name)}` } }),
    ...(isFacilitator && !isFinal && { finalize: { run: () => onDialog('finalize') } }),
    share: { run: () => onDialog('share') },
    history: { run: () => onDialog('history') },
    ...(isFacilitator && { kept: { run: () => onDialog('kept-text') } }),
    ...(isFacilitator && { channels: { run: () => onDialog('channels') } }),
    print: { run: () => window.print() },
  };
}

/** From where the keyboard is by now: what is in view is told a moment later. */
function goBySection({ editor, outline, inViewId, onReveal }: MeetingPage, step: 1 | -1): void {
  const entries = allEntries(outline);
  const here = editor?.section() ?? inViewId;
  const at = entries.findIndex((entry) => entry.id === here);
  const next = entries[Math.min(entries.length - 1, Math.max(0, at + step))];
  if (next) onReveal(next.id);
}

/** What is offered goes by the clock as it is; what is done, by the clock as it is by then, which others move as well. */
function clockActions({ doc, outline, onReveal }: MeetingPage): Pick<PageActions, 'clock' | 'nextAgendaItem'> {
  const sections = outline.inTheRoom;
  const now = clockOf(doc);
  if (now === null) {
    const first = sections[0]?.id ?? null;
    const start = (): void => {
      if (clockOf(doc) === null) setClock(doc, startedClock(first, serverNow()));
    };
    return { clock: { words: 'Start the clock', run: start } };
  }
  const move = (moved: typeof paused): void => setClock(doc, moved(clockOf(doc) ?? now, serverNow()));
  const clock: PageAction =
    now.pausedAt === null
      ? { words: 'Pause the clock', run: () => move(paused) }
      : { words: 'Go on with the clock', run: () => move(resumed) };
  const next = sections[sections.findIndex(({ id }) => id === now.section) + 1];
  if (next === undefined) return { clock };
  const go = (): void => {
    move((clock, at) => atSection(clock, next.id, at));
    onReveal(next.id);
  };
  return { clock, nextAgendaItem: { words: `Move the meeting to ${next.title}`, run: go } };
}

/**
 * The item with the caret; from elsewhere, goes to the first one that needs the talk. Read from the document: what the
 * page shows may be without the words of the last key.
 */
function talkThrough({ doc, editor, metadata, today, findings, onReveal }: MeetingPage): void {
  const here = editor?.current();
  const item = upcomingItems(read(doc)).find(({ id }) => id === here);
  const attrs = item && item.feasibility !== 'cleared' && clearance(item, metadata.me, today);
  const waiting = findings.find(({ kind }) => kind === 'ungated');
  if (item && attrs) editor?.setAttributes(item.id, attrs);
  else if (item && attrs === null) toasts.show({ tone: 'error', text: 'Not cleared', sub: whyNot(metadata) });
  else if (item === undefined && waiting) onReveal(waiting.blockId);
}

const whyNot = ({ role }: MeetingMetadata): string =>
  role === 'facilitator'
    ? 'Engineering has written nothing about it yet.'
    : 'A facilitator marks items talked through.';
