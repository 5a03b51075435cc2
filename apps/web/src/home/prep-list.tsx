import type { Notes } from '../api/notes.ts';
import { DoneGlyph, PendingGlyph } from '../ui/glyphs.tsx';
import { Opener } from '../ui/opener.tsx';

/** How ready the next meeting is. Ticked in the meeting itself. */
export function PrepList({ items }: { readonly items: Notes['checklist'] }) {
  const ready = items.filter((item) => item.checked).length;
  return (
    <div className="prep">
      <div className="prep__head">
        <h3>Before the meeting</h3>
        <span className="muted num">
          {ready} of {items.length} ready
        </span>
      </div>
      <span className="bar">
        <i style={{ width: `${(ready / items.length) * 100}%` }} />
      </span>
      <ul className="prep__list">
        {items.map((item) => (
          <li key={item.id} className={`prep__item${item.checked ? ' is-done' : ''}`}>
            {item.checked ? <DoneGlyph /> : <PendingGlyph />}
            <span>
              {item.text}
              <span className="sr">{item.checked ? ', ready' : ', not ready'}</span>
            </span>
            <span className="prep__who">
              {item.side === 'product' || item.side === 'engineering' ? <Opener voice={item.side} bare /> : null}
              {item.side === 'other' && (
                <>
                  <Opener voice="product" bare />
                  <Opener voice="engineering" bare />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
