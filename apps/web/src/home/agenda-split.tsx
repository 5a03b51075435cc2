import type { Voice } from '@duet/domain';
import type { NotedSection } from '../api/notes.ts';
import { listed, voiceShort, voiceTone } from '../people/person-words.ts';

interface AgendaSplitProps {
  readonly minutes: number;
  readonly sections: readonly NotedSection[];
}

type Opened = NotedSection & { readonly opener: Voice };

/** Whose word comes first for how long: the sections with an opener, as long as their time boxes. */
export function AgendaSplit({ minutes, sections }: AgendaSplitProps) {
  const opened = sections.filter((section): section is Opened => section.opener !== null);
  if (opened.length === 0) return null;
  const openedBy = (voice: Voice) => opened.filter((section) => section.opener === voice);
  const voices = (['product', 'engineering'] as const).filter((voice) => openedBy(voice).length > 0);
  const told = voices.map(
    (voice) => `${voiceShort(voice)} opens ${listed(openedBy(voice).map(({ title }) => title ?? 'a section'))}.`,
  );
  return (
    <>
      <div className="split" role="img" aria-label={told.join(' ')}>
        {opened.map((section) => (
          <i key={section.id} className={voiceTone(section.opener)} style={{ flex: section.minutes ?? 1 }} />
        ))}
      </div>
      <div className="split__legend num" aria-hidden="true">
        <span>
          {minutes} minutes, {opened.length} sections
        </span>
        <span>{voices.map((voice) => `${voiceShort(voice)} opens ${openedBy(voice).length}`).join(', ')}</span>
      </div>
    </>
  );
}
