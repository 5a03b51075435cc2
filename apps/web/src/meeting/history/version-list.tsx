import type { Version } from '../../api/types.ts';
import { firstName, listed } from '../../people/person-words.ts';
import { ago, clockOrDay } from '../../time/format-date.ts';

interface VersionListProps {
  readonly versions: readonly Version[];
  readonly chosen: Version | undefined;
  readonly onChoose: (version: Version) => void;
}

/** The moments of the past, newest first. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  return (
    <ol className="versions" aria-label="Versions">
      {versions.map((version, index) => (
        <li key={version.seq}>
          <button
            type="button"
            className="version"
            aria-pressed={version.seq === chosen?.seq}
            onClick={() => onChoose(version)}
          >
            <span className="version__when">
              <time dateTime={version.at} title={clockOrDay(version.at)}>
                {ago(version.at)}
              </time>
              {index === 0 && <span className="chip chip--sm chip--plain">Now</span>}
            </span>
            <span className="version__who">{aboutOf(version)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function aboutOf({ label, authors }: Version): string {
  const names = listed([...new Set(authors.map(({ name }) => firstName(name)))]);
  return [label, names].filter((words) => words).join(', ');
}
