import { facilitators, type Meeting } from '@duet/domain';
import type * as Y from 'yjs';
import type { Present } from '../people/presence.ts';
import { openerName } from '../people/who-leads.ts';
import { doneSections, endedProgress } from './clock/agenda-progress.ts';
import { atSection } from './clock/meeting-clock.ts';
import { EndOfAgenda, NextSection } from './clock/next-section.tsx';
import { SectionMeter } from './clock/section-meter.tsx';
import { serverNow } from './clock/server-time.ts';
import { useMeetingClock } from './clock/use-meeting-clock.ts';
import { Outline } from './outline/outline.tsx';
import type { OutlineEntry, OutlineModel } from './outline/outline-model.ts';

interface AgendaProps {
  readonly doc: Y.Doc;
  readonly meeting: Meeting;
  /** Who is here. */
  readonly people: readonly Present[];
  readonly outline: OutlineModel;
  /** The section that this person has before their eyes. */
  readonly inViewId: string | null;
  /** False once the notes are final: no section is running then. */
  readonly isOpen: boolean;
  readonly mayRun: boolean;
  readonly onGo: (id: string) => void;
}

/** The outline with the shared clock in it. */
export function Agenda({ doc, meeting, people, outline, inViewId, isOpen, mayRun, onGo }: AgendaProps) {
  const { clock, now, set } = useMeetingClock(doc);
  const openerOf = ({ opener }: OutlineEntry): string | null => openerName(opener, facilitators(meeting), people);
  const timed = outline.inTheRoom;
  const at = clock === null ? -1 : timed.findIndex((entry) => entry.id === clock.section);
  const running = isOpen ? timed[at] : undefined;
  const next = clock === null ? undefined : timed[at + 1];
  return (
    <Outline
      outline={outline}
      inViewId={inViewId}
      runningId={running?.id ?? null}
      done={new Set(isOpen ? doneSections(clock, timed).map(({ id }) => id) : Object.keys(endedProgress(clock, timed)))}
      onGo={onGo}
      meter={clock && running && <SectionMeter entry={running} clock={clock} now={now} opener={openerOf(running)} />}
      foot={
        clock &&
        running &&
        mayRun &&
        (next === undefined ? (
          <EndOfAgenda onEnd={() => set(atSection(clock, null, serverNow()))} />
        ) : (
          <NextSection
            next={next}
            opener={openerOf(next)}
            onGo={() => {
              set(atSection(clock, next.id, serverNow()));
              onGo(next.id);
            }}
          />
        ))
      }
    />
  );
}
