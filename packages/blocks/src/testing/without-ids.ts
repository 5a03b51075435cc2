import type { Meeting } from '@duet/domain';
import { LINKING } from '../markdown/links.ts';

/**
 * The same meeting with its ids counted through, links between its blocks along with them. Two meetings that are alike
 * but for the choice of ids are equal after it; a link to something that isn't in the meeting stays as it is.
 */
export function withoutIds(meeting: Meeting): Meeting {
  const names = new Map<string, string>();
  const rename = (entry: { readonly id: string }): void => void names.set(entry.id, `#${names.size}`);
  for (const person of meeting.people) rename(person);
  for (const block of meeting.blocks) for (const entry of 'rows' in block ? block.rows : [block]) rename(entry);
  const renamed: Meeting = JSON.parse(
    JSON.stringify(meeting, (key, value) =>
      (key === 'id' || LINKING.has(key)) && typeof value === 'string' ? (names.get(value) ?? value) : value,
    ),
  );
  return renamed;
}
