import { EXPORTS, exportHref } from '../../api/exports.ts';
import type { MeetingMetadata } from '../../api/types.ts';
import { EXPORT_ICONS } from '../topbar/export-menu.tsx';

/** Beside final notes stands what can be taken from them. */
export function FinalExports({ metadata: { id, revision } }: { readonly metadata: MeetingMetadata }) {
  return (
    <section aria-labelledby="exports">
      <div className="rail__head">
        <h2 id="exports">Export</h2>
      </div>
      <ul>
        {EXPORTS.map(({ format, label }) => {
          const Icon = EXPORT_ICONS[format];
          return (
            <li key={format}>
              <a className="opt opt--rail" href={exportHref(id, format, revision)} download>
                <Icon className="icon" />
                {label}
                <span className="opt__end">.{format}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
