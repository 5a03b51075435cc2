import type { ImportPreview } from '../../api/imports.ts';
import { linesOf } from './import-words.ts';

/** How much of each kind was recognised, with the first lines of it; last what stays text. */
export function PreviewList({ preview }: { readonly preview: ImportPreview }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard has to get at it.
    <section className="import-preview" aria-label="What was recognised" tabIndex={0}>
      <ul>
        {linesOf(preview).map(({ kind, count, noun, samples }) => (
          <li key={kind} className={kind === 'notes' ? 'is-text' : undefined}>
            <span className="import-preview__count num">{count}</span>
            <div>
              <strong>{noun}</strong>
              {samples.map((sample) => (
                <span key={sample} className="import-preview__sample">
                  {sample}
                </span>
              ))}
              {count > samples.length && samples.length > 0 && (
                <span className="import-preview__sample">and {count - samples.length} more</span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
