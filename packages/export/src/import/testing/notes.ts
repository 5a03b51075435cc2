/** Notes of a meeting before they are in any format: what the writers of this folder turn into each of them. */
export type NotesNode =
  | { readonly heading: string; readonly level?: number }
  | { readonly paragraph: string }
  | { readonly list: readonly string[]; readonly boxes?: readonly boolean[] }
  | { readonly table: readonly (readonly string[])[] };

/** A beginning in `**…**` is bold where the format has that; nothing else is markup. */
export function splitBold(text: string): { readonly bold: string; readonly rest: string } {
  const [, bold = '', rest = text] = /^\*\*([^*]+)\*\*([\s\S]*)$/.exec(text) ?? [];
  return { bold, rest };
}

/** A meeting in our own words. Dates have no year but one, statuses come as signs and words, rows lack cells. */
export const HARBOR_NOTES: readonly NotesNode[] = [
  { heading: 'Harbor weekly sync', level: 1 },
  { heading: 'Meeting details' },
  { list: ['Date: 2025-09-15', 'Facilitators: Ines (PM), Tomas (EM)', 'Attendees: Yuki, Bao', 'Duration: 50 min'] },
  { heading: 'Before the meeting' },
  {
    list: ['PM brings the pricing table up to date', 'EM reads every new item', 'Both sides note what worries them'],
    boxes: [true, false, false],
  },
  { heading: 'Roadmap status (8 min)' },
  { paragraph: 'Rows that are fine need no word.' },
  {
    table: [
      ['Feature', 'Status', 'Target Date', 'Notes'],
      ['Berth search', '🟢 In progress — on track', 'Sep 30', 'Index is rebuilt nightly'],
      ['Invoice export', '🟡 In progress — at risk', 'Oct 10', 'Waiting for the tax rules'],
      ['Harbor map', '⛔ In progress — blocked', 'Oct 3', 'The tile vendor is down'],
      ['Login by badge', '✅ Shipped', 'Sep 8', 'Two complaints so far'],
      ['Crew calendar', '⚪ Not started', 'Dec 1', 'Needs a designer'],
    ],
  },
  { heading: 'Upcoming work' },
  { paragraph: '**Tide alerts** (sprint starting September 29)' },
  { paragraph: '**Product intent:** Captains hear of low water an hour before.' },
  { paragraph: '**Engineering flag:** The gauge feed has no service level. @tomas to ask the port by Friday.' },
  { paragraph: '**Shared moorings** (sprint starting October 13)' },
  { paragraph: '**Product intent:** Two boats book one mooring together.' },
  { paragraph: '**Engineering needs:** A lock on the booking table.' },
  { heading: 'Technical constraints' },
  {
    list: [
      '**Datacenter move on October 8–9:** Nothing can be released in these two days.',
      '**Map quota:** At this rate the free tiles run out in about 4 weeks.',
    ],
  },
  { heading: 'Risks' },
  {
    table: [
      ['Risk', 'Owner', 'Likelihood', 'Impact', 'Mitigation'],
      ['Gauge feed stops', '@tomas', 'Medium', 'High (season)', 'Cache the last day'],
      ['Tax rules change again', '@ines', 'High (2 months)', 'Low', 'Keep the rules in a table'],
      ['No designer until winter', '', 'High', 'Medium', 'Ask the agency'],
    ],
  },
  { heading: 'Decisions' },
  {
    list: [
      '**Decided:** Badges replace passwords on shared tablets. Rationale: Nobody could type with gloves on.',
      '**Pending:** Whether old phones stay supported. @yuki to count the phones on board — may settle it.',
    ],
  },
  { heading: 'Action items' },
  {
    table: [
      ['Owner', 'Action', 'Due Date', 'Status'],
      ['@bao', 'Write the release freeze into the calendar', '2025-09-19', 'Open'],
      ['@yuki', 'Count phones on board', '2025-09-22', 'In progress'],
      ['@ines', 'Thank the tile vendor', '2025-09-17', 'Done'],
    ],
  },
  { heading: 'Open questions' },
  { list: ['Who pays for extra tiles? @ines', 'Do night arrivals count as a day?'] },
  { heading: 'Follow-up' },
  { paragraph: 'The harbor office gets these notes as well.' },
];
