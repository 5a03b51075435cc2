import { plainText, type RichText } from '@duet/domain';
import { sliceText, trimJoints, trimText } from './slices.ts';
import { plainWords } from './vocabulary.ts';

/** Labels of one kind of entry: what stands before a colon, and the field it names. */
export interface Labels<Field extends string = string> {
  readonly fields: Readonly<Record<string, Field>>;
  readonly pattern: RegExp;
}

/**
 * `fields` by labels in plain words. A label counts at the beginning of a line or a sentence and after a closing
 * bracket; one of several words counts anywhere, if it has its capital ("… March 24) Product intent: …").
 */
export function defineLabels<Field extends string>(fields: Readonly<Record<string, Field>>): Labels<Field> {
  const phrases = Object.keys(fields)
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll(' ', '[ -]'))
    .join('|');
  const lead = String.raw`(?<lead>^|\n|[.!?;)\]·•–—,]\s{0,3}|\s)`;
  const label = `[([]?(?<label>${phrases})`;
  return { fields, pattern: new RegExp(String.raw`${lead}${label}(?<joint>\s{0,2}:|\s[–—-](?=\s))`, 'giu') };
}

export interface LabelledPart<Field extends string = string> {
  /** Null for what comes before the first label. */
  readonly field: Field | null;
  /** As it was written. */
  readonly label: string;
  readonly text: RichText;
}

/** Entries longer than this are prose, and no labels are looked for in them. */
const LONGEST_ENTRY = 10_000;

/** A text cut at the labels in it, in order; the first part has none, and may be empty. */
export function splitAtLabels<Field extends string>(
  text: RichText,
  labels: Labels<Field>,
): readonly LabelledPart<Field>[] {
  const whole = plainText(text);
  const found = whole.length <= LONGEST_ENTRY ? cuts(whole, labels) : [];
  const first = { field: null, label: '', text: trimText(sliceText(text, 0, found[0]?.from)) };
  return [
    first,
    ...found.map(({ field, label, to }, index) => ({
      field,
      label,
      text: trimJoints(sliceText(text, to, found[index + 1]?.from)),
    })),
  ];
}

interface Cut<Field> {
  readonly field: Field;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

function cuts<Field extends string>(whole: string, { fields, pattern }: Labels<Field>): readonly Cut<Field>[] {
  const found: Cut<Field>[] = [];
  for (const match of whole.matchAll(pattern)) {
    const { lead = '', label = '', joint = '' } = match.groups ?? {};
    const key = plainWords(label);
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const opensLine = lead === '' || lead.includes('\n');
    const opens = opensLine || lead.trim() !== '';
    const strong = key.includes(' ') && /^\p{Lu}/u.test(label);
    if (field === undefined || !(opens || strong) || (!joint.includes(':') && !opensLine)) continue;
    const from = match.index + lead.length;
    found.push({ field, label, from, to: match.index + match[0].length });
  }
  return found;
}
