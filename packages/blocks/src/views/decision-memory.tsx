import { type Decision, type SeriesDecision, shortDay } from '@duet/domain';
import { type ReactNode, useState } from 'react';
import type { BlockHandle, Surroundings } from './look.ts';
import type { Room, SeriesMemory } from './room.ts';

export type OtherDecisionsProps =
  | ({ readonly part: 'links' } & LinksElsewhereProps)
  | ({ readonly part: 'older' } & OlderDecisionProps)
  | ({ readonly part: 'replaced' } & ReplacesProps);

/** What the card of a decision says of others, and offers to do with them. */
export default function OtherDecisions(props: OtherDecisionsProps): ReactNode {
  switch (props.part) {
    case 'links':
      return <LinksElsewhere {...props} />;
    case 'older':
      return <OlderDecision {...props} />;
    case 'replaced':
      return <Replaces {...props} />;
  }
}

interface MemoryProps {
  readonly said: Decision;
  readonly around: Surroundings;
  readonly memory: SeriesMemory;
  readonly room: Pick<Room, 'editable' | 'today'>;
}

interface LinksElsewhereProps extends MemoryProps {
  readonly icon: ReactNode;
  /** What is said where the older one is not known (yet), or this person may not read its meeting. */
  readonly unknown: ReactNode;
}

/**
 * [M36] The decision of another meeting that this one replaces, and the one that replaces it. Only the newer one says it: the
 * notes of the older one may be final. Within one meeting both are told of each other by the document itself.
 */
function LinksElsewhere({ said, around, memory, unknown, ...drawn }: LinksElsewhereProps) {
  const older = memory.decisions.find(({ id }) => id === said.supersedes);
  const newer = memory.decisions.find(({ supersedes }) => supersedes !== null && supersedes === said.id);
  return (
    <>
      {older && !around.replaces ? <LinkElsewhere words="Replaces" to={older} memory={memory} {...drawn} /> : unknown}
      {newer && !around.replacedBy && <LinkElsewhere words="Replaced by" to={newer} memory={memory} {...drawn} />}
    </>
  );
}

interface LinkElsewhereProps extends Pick<LinksElsewhereProps, 'memory' | 'room' | 'icon'> {
  readonly words: string;
  readonly to: SeriesDecision;
}

function LinkElsewhere({ words, to, memory, room, icon }: LinkElsewhereProps) {
  return (
    <a className="ref ref--elsewhere" href={memory.hrefOf(to.meetingId, to.id)} title={to.text}>
      {icon}
      <span className="ref__words">
        {words}: {to.text}
      </span>
      {to.day !== null && <span>{shortDay(to.day, room.today)}</span>}
    </a>
  );
}

interface OlderDecisionProps extends MemoryProps {
  readonly block: BlockHandle;
}

/**
 * [M36] The older decision that the one being written resembles, below it: a person looks at it, replaces it, or says that
 * it is something else. It stays until then, so that nothing moves below a pointer that leaves the card.
 */
function OlderDecision({ said, around, memory, room, block }: OlderDecisionProps) {
  const { resembles: id, resemblesText, resemblesStanding, resemblesMeeting, declined } = around;
  if (typeof id !== 'string' || declined === id || said.supersedes !== null || !room.editable || !memory.isLive)
    return null;
  const isElsewhere = typeof resemblesMeeting === 'string' && resemblesMeeting !== '';
  const done = (): void => {
    block.tell({ declined: id });
    block.enter('decisionText');
  };
  const replace = (): void => {
    if (memory.isReplaceable(id)) {
      block.set({ supersedes: id });
      if (!isElsewhere) block.setOf(id, { state: 'superseded', supersededBy: said.id });
    }
    done();
  };
  return (
    <div className="decision__row decision__resembles">
      <span className="decision__caption">Resembles</span>
      <div>
        <p>
          {resemblesText} <span className="sub">{resemblesStanding}</span>
        </p>
        <div className="decision__choices">
          {isElsewhere ? (
            <a className="btn btn--sm" href={memory.hrefOf(resemblesMeeting, id)} target="_blank" rel="noopener">
              Open<span className="sr"> in a new tab</span>
            </a>
          ) : (
            <button type="button" className="btn btn--sm" onClick={() => block.go(id)}>
              Show
            </button>
          )}
          <button type="button" className="btn btn--sm" onClick={replace}>
            Replace it
          </button>
          <button type="button" className="btn btn--sm btn--ghost" onClick={done}>
            Not the same
          </button>
        </div>
      </div>
    </div>
  );
}

type ReplacesProps = Pick<OlderDecisionProps, 'said' | 'block'>;

/** Names the decision that this one replaces. Both say so: that one is reversed from now on (M16). */
function Replaces({ said, block }: ReplacesProps) {
  const [others] = useState(() => block.others());
  if (others.length === 0 && said.supersedes === null) return null;
  const choose = (id: string): void => {
    const { supersedes } = said;
    if (supersedes !== null) block.setOf(supersedes, { state: 'decided', supersededBy: null });
    if (id !== '') block.setOf(id, { state: 'superseded', supersededBy: said.id });
    block.set({ supersedes: id === '' ? null : id });
  };
  return (
    <label className="opt opt--field">
      <span>Replaces</span>
      <select className="field" value={said.supersedes ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">no other decision</option>
        {said.supersedes !== null && !others.some(({ id }) => id === said.supersedes) && (
          <option value={said.supersedes}>one of another meeting</option>
        )}
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
