import type { ImportedKind, ImportPreview } from '../../api/imports.ts';

const NOUNS: Readonly<Record<ImportedKind, readonly [string, string]>> = {
  roadmap: ['roadmap row', 'roadmap rows'],
  upcoming: ['upcoming item', 'upcoming items'],
  constraints: ['technical constraint', 'technical constraints'],
  risks: ['risk', 'risks'],
  decisions: ['decision', 'decisions'],
  actions: ['action item', 'action items'],
  questions: ['open question', 'open questions'],
  checklist: ['box to tick before the meeting', 'boxes to tick before the meeting'],
  notes: ['line of text', 'lines of text'],
};
const ORDER = Object.keys(NOUNS) as ImportedKind[];

export interface PreviewLine {
  readonly kind: ImportedKind;
  readonly count: number;
  readonly noun: string;
  readonly samples: readonly string[];
}

/** What was found, in the order of a meeting; what is not there is left out. */
export function linesOf({ recognised, samples }: ImportPreview): readonly PreviewLine[] {
  return ORDER.filter((kind) => recognised[kind] > 0).map((kind) => ({
    kind,
    count: recognised[kind],
    noun: NOUNS[kind][recognised[kind] === 1 ? 0 : 1],
    samples: samples[kind],
  }));
}

/** One sentence about all of it. */
export function summaryOf(preview: ImportPreview): string {
  const entries = linesOf(preview).filter(({ kind }) => kind !== 'notes');
  const count = entries.reduce((sum, line) => sum + line.count, 0);
  const text = preview.recognised.notes > 0 ? 'The rest stays text' : 'Nothing is left over';
  if (count === 0) return 'No rows, risks, decisions or actions were recognised. All of it comes in as text.';
  return `${count} ${count === 1 ? 'entry was' : 'entries were'} recognised. ${text}; nothing is lost.`;
}
