import type { Finalized } from '../../api/types.ts';
import { clockOrDay } from '../../time/format-date.ts';

interface RevisionListProps {
  readonly revisions: readonly Finalized[];
  readonly chosen: number | 'now';
  readonly onChoose: (revision: number | 'now') => void;
}

/** Newest first, below what the notes say now. */
export function RevisionList({ revisions, chosen, onChoose }: RevisionListProps) {
  return (
    <ol className="versions" aria-label="Revisions">
      <li>
        <button type="button" className="version" aria-pressed={chosen === 'now'} onClick={() => onChoose('now')}>
          <span className="version__when">Now</span>
          <span className="version__who">What moved since the last one</span>
        </button>
      </li>
      {revisions.toReversed().map(({ revision, sha256, finalizedAt, finalizedBy }) => (
        <li key={revision}>
          <button
            type="button"
            className="version"
            aria-pressed={chosen === revision}
            onClick={() => onChoose(revision)}
          >
            <span className="version__when">Revision {revision}</span>
            <span className="version__who">
              {finalizedBy}, <time dateTime={finalizedAt}>{clockOrDay(finalizedAt)}</time>
            </span>
            <span className="version__who" title={`SHA-256 of its JSON: ${sha256}`}>
              sha256 <code>{sha256.slice(0, 8)}</code>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
