import { messageOf } from '../api/api-error.ts';
import { listLate, listRescued } from '../api/meetings.ts';
import type { KeptText } from '../api/types.ts';
import { SIDE_LABELS } from '../people/person-words.ts';
import { clockOrDay } from '../time/format-date.ts';
import { Dialog } from '../ui/dialog.tsx';
import { toasts } from '../ui/toast-store.ts';
import { useAsync } from '../ui/use-async.ts';

/** For facilitators: words that are not in the notes and are not lost either (G12, G14). */
export function KeptTextDialog({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  const kept = useAsync(() => Promise.all([listRescued(meetingId), listLate(meetingId)]), [meetingId]);
  return (
    <Dialog
      narrow
      title="Text kept aside"
      lead="Words that are not in the notes and that nobody deleted on purpose."
      onClose={onClose}
    >
      {kept.state === 'failed' && <p className="dialog__part">{messageOf(kept.error)}</p>}
      {kept.state === 'done' && (
        <>
          <KeptPart
            title="Removed by a merge"
            empty="Nothing. Everybody’s words are where they wrote them."
            items={kept.value[0]}
          />
          <KeptPart title="Written after the lock" empty="Nothing came late." items={kept.value[1]} />
        </>
      )}
      <div className="dialog__foot">
        <span className="muted">Copy what belongs in the notes and paste it where it goes.</span>
        <button type="button" className="btn" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}

function KeptPart({ title, empty, items }: { title: string; empty: string; items: readonly KeptText[] }) {
  return (
    <section className="dialog__part">
      <h3>
        {title}
        <span className="count">{items.length}</span>
      </h3>
      {items.length === 0 && <p className="muted">{empty}</p>}
      <ul>
        {items.map((item) => (
          <li className="kept" key={item.id}>
            <p className="kept__who">
              {item.author.name}, {SIDE_LABELS[item.author.side].toLowerCase()}, {clockOrDay(item.at)}, {item.place}
            </p>
            <pre className="kept__text">{item.text}</pre>
            <button type="button" className="btn btn--sm" onClick={() => copy(item.text)}>
              Copy
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toasts.show({ tone: 'done', text: 'Copied' }),
    () => toasts.show({ tone: 'error', text: 'Nothing was copied', sub: 'Select the text and copy it.' }),
  );
}
