import type { CellForm } from '../reading/table-shapes.ts';
import { ACTION_WORDS, HEALTH_WORDS, PROGRESS_WORDS } from '../reading/vocabulary.ts';

/** Longer lines are prose that happens to follow a table. */
const LONGEST_ROW = 2_000;

const SIGN = String.raw`[\p{Extended_Pictographic}\uFE0F]`;
const STATES = ['Decided', 'Pending', 'Answered', 'Superseded'];
const WORDS = [...Object.keys(PROGRESS_WORDS), ...Object.keys(HEALTH_WORDS), ...Object.keys(ACTION_WORDS)]
  .map((words) => `${words[0]?.toUpperCase()}${words.slice(1)}`)
  .concat(STATES)
  .toSorted((a, b) => b.length - a.length)
  .map((words) => words.replaceAll(' ', '[ -]'));
/** With a capital or after a sign, so that "delivered" in a sentence is none. */
const STATUS = String.raw`(?:${SIGN}{1,3}\s{0,3})?(?:${WORDS.join('|')})(?:\s{0,3}[—–/,-]\s{0,3}(?:${[...WORDS, ...WORDS.map((words) => words.toLowerCase())].join('|')}))?`;
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';

/** What a cell of each form looks like, from its first to its last letter. */
const FORMS: Readonly<Record<Exclude<CellForm, 'text'>, string>> = {
  status: STATUS,
  day: String.raw`(?:\d{4}-\d\d-\d\d|(?:${MONTH})\.?\s\d{1,2}(?:,?\s20\d\d)?|\d{1,2}\s(?:${MONTH})(?:\s20\d\d)?|TBD|EOW|[—–])`,
  owner: String.raw`(?:@\p{Lo}{1,20}|@\p{L}[\p{Ll}\p{N}._-]{0,40}|TBD|Unassigned|[—–])`,
  level: String.raw`(?:High|Medium|Med|Low|Critical)(?:\s{0,3}\([^()]{0,80}\))?`,
};

/**
 * Reads rows whose cells stand together without anything between: "AI meeting summaries v2✅ ShippedMar 7Monitoring …".
 * Statuses, dates, owners and levels are known by their looks; text is what lies between them, so two columns of text
 * side by side can't be told apart (null). Where a cell is empty, the row is tried without it. The reader gives null
 * for a line that does not fit the columns.
 */
export function gluedRowReader(forms: readonly CellForm[]): ((line: string) => readonly string[] | null) | null {
  const typed = forms.flatMap((form, index) => (form === 'text' ? [] : [index]));
  const patterns = [null, ...typed].flatMap((absent) => {
    const present = forms.filter((_, index) => index !== absent);
    const told = present.every((form, index) => form !== 'text' || present[index + 1] !== 'text');
    return told ? [rowPattern(forms, absent)] : [];
  });
  if (patterns.length === 0) return null;
  return (line) => {
    if (line.length > LONGEST_ROW) return null;
    for (const pattern of patterns) {
      const cells = pattern.exec(line);
      if (cells) return cells.slice(1).map((cell) => cell.trim());
    }
    return null;
  };
}

function rowPattern(forms: readonly CellForm[], absent: number | null): RegExp {
  const cells = forms.map((form, index) => {
    if (index === absent) return '()';
    if (form !== 'text') return `(${FORMS[form]})`;
    return index === forms.length - 1 ? '(.*)' : '(.{1,400}?)';
  });
  return new RegExp(`^\\s*${cells.join('\\s*')}\\s*$`, 'u');
}
