import { messageOf } from '../../api/api-error.ts';
import { getVersion, type PastNotes } from '../../api/history.ts';
import type { Version } from '../../api/types.ts';
import { clockOrDay } from '../../time/format-date.ts';
import { useAsync } from '../../ui/use-async.ts';
import { pastParts } from './past-parts.ts';

/** What the notes said at a moment, to read. */
export function PastNotesView({ meetingId, version }: { readonly meetingId: string; readonly version: Version }) {
  const loaded = useAsync(() => getVersion(meetingId, version.seq), [meetingId, version.seq]);
  return (
    <section
      className="past"
      aria-label={`The notes at ${clockOrDay(version.at)}`}
      aria-busy={loaded.state === 'loading'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
      tabIndex={0}
    >
      {loaded.state === 'failed' && <p role="alert">{messageOf(loaded.error)}</p>}
      {loaded.state === 'done' && <Said notes={loaded.value} />}
    </section>
  );
}

function Said({ notes }: { readonly notes: PastNotes }) {
  const parts = pastParts(notes);
  return (
    <>
      <h3 className="past__title">{notes.title}</h3>
      {parts.length === 0 && <p className="muted">Nothing was written yet.</p>}
      {parts.map(({ title, entries }) => (
        <div className="past__part" key={title}>
          <h4>{title}</h4>
          <ul>
            {entries.map(({ key, text, more }) => (
              <li key={key}>
                {text}
                {more !== '' && <span className="past__more">{more}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
