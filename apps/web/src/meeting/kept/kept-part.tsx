import { SIDE_NAMES } from '@duet/domain';
import type { KeptText } from '../../api/types.ts';
import { clockOrDay } from '../../time/format-date.ts';
import { toasts } from '../../ui/toast-store.ts';

interface KeptPartProps {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly KeptText[];
  readonly busy: boolean;
  /** Null where the notes cannot be written. */
  readonly onPutBack: ((item: KeptText) => void) | null;
  /** Null where there is no next meeting to note it for. */
  readonly onForNext: ((item: KeptText) => void) | null;
  readonly onHandled: (item: KeptText) => void;
}

/** One list of kept texts: who, when, where, the words as they were, and what can be done with them. */
export function KeptPart({ title, empty, items, busy, onPutBack, onForNext, onHandled }: KeptPartProps) {
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
              {item.author.name}, {SIDE_NAMES[item.author.side].toLowerCase()}, {clockOrDay(item.at)}, {item.place}
            </p>
            <pre className="kept__text">{item.text}</pre>
            <div className="kept__do">
              {onPutBack && (
                <button type="button" className="btn btn--sm" disabled={busy} onClick={() => onPutBack(item)}>
                  Put back
                </button>
              )}
              {onForNext && (
                <button type="button" className="btn btn--sm" disabled={busy} onClick={() => onForNext(item)}>
                  Note for the next meeting
                </button>
              )}
              <button type="button" className="btn btn--sm" onClick={() => copy(item.text)}>
                Copy
              </button>
              <button type="button" className="btn btn--sm btn--ghost" disabled={busy} onClick={() => onHandled(item)}>
                Mark as handled
              </button>
            </div>
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
