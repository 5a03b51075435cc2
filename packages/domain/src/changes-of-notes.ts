import { type Change, changesSince } from './changes-since.ts';
import { dayAndYear } from './day-words.ts';
import type { IsoDate } from './iso-date.ts';
import { type Meeting, sections } from './meeting.ts';
import { isBlank, plainText } from './rich-text.ts';
import { titleOf } from './written.ts';

/**
 * [M32] What is different between two states of one meeting's notes, its prose included: what it is called and when it
 * is, then its entries, then the text between them. (Of two meetings of a series the prose is that of each alone, so
 * {@link changesSince} leaves it out.)
 */
export function changesOfNotes(before: Meeting, now: Meeting, today: IsoDate): readonly Change[] {
  return [...detailChanges(before, now), ...changesSince(before, now, today), ...proseChanges(before, now)];
}

function detailChanges(before: Meeting, now: Meeting): readonly Change[] {
  const facets: readonly (readonly [string, string, string])[] = [
    ['Title', before.title, now.title],
    ['Date', dateWords(before), dateWords(now)],
    ['Duration', `${before.durationMinutes} minutes`, `${now.durationMinutes} minutes`],
  ];
  const what = facets.flatMap(([label, was, is]) => (was === is ? [] : [`${label}: ${is}, was ${was}`]));
  return what.length === 0 ? [] : [{ kind: 'changed', blockId: '', title: 'Meeting details', what }];
}

const dateWords = ({ date }: Meeting): string => (date === null ? 'none' : dayAndYear(date));

interface Prose {
  readonly title: string;
  readonly text: string;
  readonly checked: boolean;
}

function proseChanges(before: Meeting, now: Meeting): readonly Change[] {
  const earlier = proseOf(before);
  const current = proseOf(now);
  return [
    ...[...current].flatMap(([blockId, prose]): readonly Change[] => {
      const was = earlier.get(blockId);
      if (was === undefined) return [{ kind: 'new', blockId, title: prose.title, what: [] }];
      const what = [
        ...(was.text === prose.text ? [] : [`Was: ${was.title}`]),
        ...(was.checked === prose.checked ? [] : [prose.checked ? 'Checked' : 'Not checked any more']),
      ];
      return what.length === 0 ? [] : [{ kind: 'changed', blockId, title: prose.title, what }];
    }),
    ...[...earlier].flatMap(([blockId, { title }]): readonly Change[] =>
      current.has(blockId) ? [] : [{ kind: 'gone', blockId, title, what: [] }],
    ),
  ];
}

/** Headings of sections and everything written that is no entry, by id, in the order of the document. */
function proseOf(meeting: Meeting): ReadonlyMap<string, Prose> {
  const found = new Map<string, Prose>();
  for (const { heading, blocks } of sections(meeting)) {
    if (heading !== null) {
      found.set(heading.id, { title: titleOf([heading.title]), text: plainText(heading.title), checked: false });
    }
    for (const block of blocks) {
      if (block.type !== 'textBlock' || isBlank(block.text)) continue;
      found.set(block.id, { title: titleOf([block.text]), text: plainText(block.text), checked: block.checked });
    }
  }
  return found;
}
