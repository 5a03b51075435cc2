import { messageOf } from '../../api/api-error.ts';
import { EXPORTS, exportHref } from '../../api/exports.ts';
import { listChanges } from '../../api/revisions.ts';
import type { Finalized, NotesChange } from '../../api/types.ts';
import { DownloadLink } from '../../ui/download-link.tsx';
import { useAsync } from '../../ui/use-async.ts';

interface RevisionViewProps {
  readonly meetingId: string;
  /** Null for what the notes say now. */
  readonly revision: Finalized | null;
  /** The one before; null for the first. */
  readonly previous: number | null;
}

/** What a revision changed, and its downloads. */
export function RevisionView({ meetingId, revision, previous }: RevisionViewProps) {
  const title = revision === null ? `Since revision ${previous}` : `Revision ${revision.revision}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
    <section className="past" aria-label={title} tabIndex={0}>
      <h3 className="past__title">{title}</h3>
      {revision !== null && (
        <p className="past__exports">
          {EXPORTS.map(({ format, label }) => (
            <DownloadLink
              key={format}
              className="link"
              href={exportHref(meetingId, format, revision.revision)}
              what={label}
            >
              {label}
            </DownloadLink>
          ))}
        </p>
      )}
      {previous === null ? (
        <p className="muted">The first time these notes were final.</p>
      ) : (
        <Changes meetingId={meetingId} from={previous} to={revision?.revision ?? null} />
      )}
    </section>
  );
}

const KINDS: Readonly<Record<NotesChange['kind'], string>> = { new: 'New', changed: 'Changed', gone: 'Gone' };

function Changes({
  meetingId,
  from,
  to,
}: {
  readonly meetingId: string;
  readonly from: number;
  readonly to: number | null;
}) {
  const loaded = useAsync(() => listChanges(meetingId, from, to), [meetingId, from, to]);
  if (loaded.state === 'failed') return <p role="alert">{messageOf(loaded.error)}</p>;
  if (loaded.state === 'loading') return <p className="muted">Comparing …</p>;
  if (loaded.value.length === 0) return <p className="muted">Nothing is different from revision {from}.</p>;
  return (
    <ul className="past__part" aria-label={`Changes since revision ${from}`}>
      {loaded.value.map(({ kind, id, title, what }) => (
        <li className="change" key={`${kind} ${id}`}>
          <span className={`change__kind change__kind--${kind}`}>{KINDS[kind]}</span>
          <span>
            {title}
            {what.map((words) => (
              <span className="past__more" key={words}>
                {words}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
