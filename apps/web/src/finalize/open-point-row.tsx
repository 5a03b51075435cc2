import type { Attendee, Choice } from '@duet/domain';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FindingIcon, findingTone } from '../meeting/rail/finding-icon.tsx';
import { PointInput } from './point-input.tsx';
import type { Answer, Pick } from './review.ts';

interface OpenPointRowProps {
  readonly answer: Answer;
  readonly people: readonly Attendee[];
  readonly onPick: (pick: Pick) => void;
  readonly onReveal: (blockId: string) => void;
}

/** Something open, what finalizing makes of it, and the switch between the two ways. */
export function OpenPointRow({ answer, people, onPick, onReveal }: OpenPointRowProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState(false);
  const { point, way, choice, value, complete } = answer;
  const { finding } = point;
  const asks = choice.deed.kind === 'ask' ? choice.deed : null;
  // A person who is known already stands in the sentence; whatever else is asked for gets its field at once.
  const inSentence = asks?.input === 'person' && asks.suggested !== '' && complete && !editing;
  /** Shows what a press asks for and goes there, before the next key. */
  const show = (change: () => void, control: string): void => {
    flushSync(change);
    row.current?.querySelector<HTMLElement>(control)?.focus();
  };
  const choose = (next: Pick['way']): void => {
    if (next === way) return;
    const { deed } = point[next];
    const asks = deed.kind === 'ask' && deed.suggested === '';
    show(
      () => {
        setEditing(false);
        onPick({ way: next, value: null });
      },
      asks ? '.fix__input' : `[data-way="${next}"]`,
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = event.key === 'ArrowLeft' ? 'settle' : 'safe';
    if (point[next].refused !== undefined) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <div ref={row} className={`fix${findingTone(finding.kind) === 'bad' ? ' fix--bad' : ''}`}>
      <FindingIcon kind={finding.kind} />
      <div>
        <button
          type="button"
          className="fix__title"
          title="Show it in the notes"
          onClick={() => onReveal(finding.blockId)}
        >
          {finding.title}
        </button>
        <div className="fix__why" id={`${id}-said`}>
          {choice.said}
          {inSentence && (
            <>
              {` ${value}. `}
              <button
                type="button"
                className="link"
                aria-label={`Change who ${finding.title} goes to`}
                onClick={() => show(() => setEditing(true), '.fix__input')}
              >
                Change
              </button>
            </>
          )}
        </div>
        {asks && !inSentence && (
          <PointInput answer={answer} people={people} onValue={(next) => onPick({ way, value: next })} />
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons of one switch; a fieldset would bring a form's look. */}
      <div className="seg" role="group" aria-label={`What happens to ${finding.title}`} onKeyDown={onKeyDown}>
        <WayButton way="settle" choice={point.settle} chosen={way} said={`${id}-said`} onChoose={choose} />
        <WayButton way="safe" choice={point.safe} chosen={way} said={`${id}-said`} onChoose={choose} />
      </div>
    </div>
  );
}

interface WayButtonProps {
  readonly way: Pick['way'];
  readonly choice: Choice;
  readonly chosen: Pick['way'];
  readonly said: string;
  readonly onChoose: (way: Pick['way']) => void;
}

function WayButton({ way, choice: { label, refused }, chosen, said, onChoose }: WayButtonProps) {
  const isChosen = way === chosen;
  return (
    <button
      type="button"
      data-way={way}
      aria-pressed={isChosen}
      aria-describedby={isChosen ? said : undefined}
      aria-disabled={refused !== undefined}
      title={refused}
      onClick={() => refused === undefined && onChoose(way)}
    >
      {label}
    </button>
  );
}
