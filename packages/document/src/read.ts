import { type Identify, readBlock } from '@duet/blocks';
import { type Attendee, DEFAULT_DURATION_MINUTES, type Meeting, parseIsoDate, ROLES, SIDES } from '@duet/domain';
import type * as Y from 'yjs';
import { bodyOf, meetingMapOf, peopleMapOf } from './layout.ts';
import { readXml } from './y-xml.ts';

const DEFAULT_TITLE = 'Product and engineering sync';

/** The meeting that a document says, now. Never throws: what is missing or of a wrong type reads as missing. */
export function read(doc: Y.Doc): Meeting {
  const identify = uniqueIds();
  return {
    ...readDetails(doc),
    people: readPeople(doc),
    blocks: readXml(bodyOf(doc)).map((node) => readBlock(node, identify)),
  };
}

/** What stands above the agenda: little enough to be read with every key. */
export function readDetails(doc: Y.Doc): Pick<Meeting, 'title' | 'date' | 'durationMinutes'> {
  const meeting = meetingMapOf(doc);
  const title = meeting.get('title');
  const date = meeting.get('date');
  const minutes = meeting.get('durationMinutes');
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : DEFAULT_TITLE,
    date: typeof date === 'string' ? parseIsoDate(date) : null,
    durationMinutes:
      typeof minutes === 'number' && Number.isSafeInteger(minutes) && minutes > 0 ? minutes : DEFAULT_DURATION_MINUTES,
  };
}

function readPeople(doc: Y.Doc): readonly Attendee[] {
  return [...peopleMapOf(doc)]
    .flatMap(([id, value]): Attendee[] => {
      if (typeof value !== 'object' || value === null) return [];
      const { name, side, role } = value as Record<string, unknown>;
      if (typeof name !== 'string' || name.trim() === '') return [];
      return [
        {
          id,
          name: name.trim(),
          side: SIDES.find((known) => known === side) ?? 'other',
          role: ROLES.find((known) => known === role) ?? 'participant',
        },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Splits and pastes copy a block with its `id`. The first one in the document keeps it, later ones go by their
 * Yjs identity, which everybody computes alike.
 */
export function uniqueIds(): Identify {
  const taken = new Set<string>();
  let unnamed = 0;
  return (node) => {
    const own = node.attrs?.id;
    const candidates = [typeof own === 'string' && own !== '' ? own : undefined, node.key];
    const id = candidates.find((candidate) => candidate !== undefined && !taken.has(candidate)) ?? `n${unnamed++}`;
    taken.add(id);
    return id;
  };
}
