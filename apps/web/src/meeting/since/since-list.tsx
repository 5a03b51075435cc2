import { type Development, TURN_WORDS } from '@duet/domain';
import { SquareArrowOutUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { blockHref } from '../use-addressed-block.ts';

interface SinceListProps {
  readonly id: string;
  readonly developments: readonly Development[];
  readonly previous: string;
  readonly onReveal: (blockId: string) => void;
}

/** Each leads to its entry: what was not carried over, to where it stands in the last meeting. */
export function SinceList({ id, developments, previous, onReveal }: SinceListProps) {
  return (
    <ul className="since__list" id={id}>
      {developments.map(({ blockId, title, what, turn, isHere }) => {
        const words: ReactNode = (
          <>
            <span className="since__turn">{TURN_WORDS[turn]}</span>
            <span>
              {title}
              {!isHere && (
                <>
                  <SquareArrowOutUpRight className="icon icon--14" aria-hidden="true" />
                  <span className="sr">, in the notes of the last meeting</span>
                </>
              )}
              {what.map((each) => (
                <span className="past__more" key={each}>
                  {each}
                </span>
              ))}
            </span>
          </>
        );
        return (
          <li key={blockId}>
            {isHere ? (
              <button type="button" className="since__go" onClick={() => onReveal(blockId)}>
                {words}
              </button>
            ) : (
              <Link className="since__go" href={blockHref(previous, blockId)}>
                {words}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
