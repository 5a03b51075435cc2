import {
  type Attendee,
  addDays,
  type Block,
  type IsoDate,
  type Meeting,
  make,
  plain,
  type RichText,
  sections,
} from '@duet/domain';
import * as Y from 'yjs';
import { insertBlocks, setDetails, setPerson } from './edits.ts';
import { type SectionKey, templateBlocks } from './template.ts';

/**
 * A meeting to look around in: every block, and some trouble for each rule to find. It is about Crumb, which
 * bakeries use to deliver. Its days lie around `date`, so that it is never old.
 */
export function sampleMeeting(date: IsoDate): Meeting {
  const filled = sampleSections(date);
  const blocks = sections({ ...DETAILS, date, people: PEOPLE, blocks: templateBlocks('engineering') }).flatMap(
    ({ heading, blocks: template }) => {
      const content = Object.entries(filled).find(([key]) => key === heading?.key)?.[1];
      return [...(heading ? [heading] : []), ...(content ?? template.map(ticked))];
    },
  );
  return { ...DETAILS, date, people: PEOPLE, blocks };
}

/** The sample as a document, like the template: one update, made by the server. */
export function sampleUpdate(date: IsoDate): Uint8Array {
  const { title, durationMinutes, people, blocks } = sampleMeeting(date);
  const doc = new Y.Doc();
  doc.transact(() => {
    setDetails(doc, { title, date, durationMinutes });
    for (const person of people) setPerson(doc, person);
    insertBlocks(doc, blocks);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

const DETAILS = { title: 'Crumb: product and engineering', durationMinutes: 45 } as const;

const PEOPLE: readonly Attendee[] = [
  { id: 'ines', name: 'Ines Moreau', side: 'product', role: 'facilitator' },
  { id: 'tomas', name: 'Tomas Berg', side: 'engineering', role: 'facilitator' },
  { id: 'kofi', name: 'Kofi Mensah', side: 'engineering', role: 'participant' },
  { id: 'lena', name: 'Lena Fuchs', side: 'product', role: 'participant' },
  { id: 'mei', name: 'Mei Tanaka', side: 'engineering', role: 'participant' },
  { id: 'sam', name: 'Sam Whitfield', side: 'other', role: 'follower' },
];

function sampleSections(date: IsoDate): Partial<Readonly<Record<SectionKey, readonly Block[]>>> {
  const day = (offset: number): IsoDate => addDays(date, offset);
  const lastWeek = { carried: 1, since: day(-7) };
  return {
    roadmap: [
      {
        type: 'roadmapTable',
        rows: [
          make.roadmapRow({
            id: 'route-map',
            feature: plain('Route map 2'),
            progress: 'shipped',
            health: 'none',
            targetDate: day(-11),
            dateState: 'confirmed',
            notes: plain('Bakers in Osaka say 「地図が見やすい」 👏'),
            confirmedOn: date,
            ...lastWeek,
          }),
          make.roadmapRow({
            id: 'card-on-file',
            feature: plain('Card on file'),
            progress: 'in-progress',
            health: 'delayed',
            targetDate: day(27),
            dateState: 'promised',
            notes: plain('The bank moved our certification by two weeks'),
            confirmedOn: date,
            carried: 2,
            since: day(-14),
          }),
          make.roadmapRow({
            id: 'driver-offline',
            feature: plain('Driver app without a signal'),
            progress: 'in-progress',
            health: 'at-risk',
            targetDate: day(16),
            dateState: 'proposed',
            notes: plain('Sync conflicts on shared routes are harder than they looked'),
            confirmedOn: date,
          }),
          make.roadmapRow({
            id: 'opening-hours',
            feature: plain('Weekend opening hours'),
            progress: 'in-progress',
            health: 'on-track',
            targetDate: day(10),
            dateState: 'confirmed',
            notes: plain('In review'),
            confirmedOn: date,
          }),
          make.roadmapRow({
            id: 'standing-orders',
            feature: plain('Import of standing orders'),
            progress: 'not-started',
            health: 'reprioritized',
            targetDate: day(104),
            dateState: 'proposed',
            notes: plain('Behind card on file, so that one team does both'),
            confirmedOn: day(-7),
            ...lastWeek,
          }),
        ],
      },
    ],
    upcoming: [
      make.upcomingItem({
        id: 'cutoff-reminders',
        title: plain('Cut-off reminders'),
        sprintStart: day(6),
        owner: 'lena',
        feasibility: 'needs-talk',
        intent: plain(
          'Remind shops an hour before orders close, in the way each of them prefers. We assume it is one more setting.',
        ),
        engineering: plain(
          'Reminders go through the message queue, which Kofi is replacing. On the old queue they would arrive up to twenty minutes late.',
        ),
        core: plain('One reminder a day, by push'),
        stretch: plain('A text message for shops without the app'),
        contingency: plain('New queue carries all order messages'),
        contingencyBy: day(3),
        fallback: plain('send reminders by email first'),
      }),
      make.upcomingItem({
        id: 'allergen-labels',
        title: plain('Allergen labels'),
        sprintStart: day(20),
        owner: 'mei',
        feasibility: 'cleared',
        clearedBy: 'Tomas Berg',
        clearedOn: date,
        intent: plain('Bakers print labels that list allergens. Three chains wait for it before they sign.'),
        engineering: plain('Fits the printing service. Needs the recipe data by the start of the sprint.'),
        core: plain('The fourteen allergens that the law names'),
        docs: [{ text: 'Label printing, design', link: 'https://docs.example.org/crumb/label-printing' }],
      }),
      make.upcomingItem({
        id: 'split-invoices',
        title: plain('Split invoices'),
        sprintStart: day(48),
        owner: 'ines',
        intent: plain('Chains want one invoice for each shop.'),
      }),
    ],
    constraints: [
      make.constraint({
        id: 'warehouse-upgrade',
        statement: plain('Order database moves to the new version'),
        detail: plain('Four hours without writes in the first night. Nothing ships on these two days.'),
        touches: plain('Everything that takes orders'),
        from: day(16),
        to: day(17),
      }),
      make.constraint({
        id: 'maps-quota',
        statement: plain('Map requests run into the quota of our contract'),
        detail: plain('40,000 a day are paid for; at the present growth we pass that in about six weeks.'),
        horizon: day(42),
      }),
      make.constraint({
        id: 'old-tablets',
        statement: plain('Tablets in the older vans stay on Android 9'),
        detail: plain('Push messages need 10. That is about one van in twelve.'),
        touches: plain('Cut-off reminders'),
      }),
    ],
    risks: [
      {
        type: 'riskTable',
        rows: [
          make.riskRow({
            id: 'quota-risk',
            risk: plain('Maps stop loading when the quota is used up'),
            owner: 'mei',
            likelihood: 'high',
            likelihoodNote: '6 weeks',
            impact: 'high',
            mitigation: plain('Talk to the provider this week; keep tiles for the common routes'),
            origin: 'maps-quota',
          }),
          make.riskRow({
            id: 'queue-risk',
            risk: plain('Reminders wait for the new queue'),
            owner: 'kofi',
            likelihood: 'medium',
            impact: 'medium',
            mitigation: plain('Say on Friday whether it carries all messages'),
            ...lastWeek,
          }),
          make.riskRow({
            id: 'tablet-risk',
            risk: plain('Drivers with old tablets never see a reminder'),
            likelihood: 'medium',
            impact: 'medium',
            impactNote: '1 van in 12',
            mitigation: plain('Replace the tablets, or send text messages'),
            origin: 'old-tablets',
          }),
          make.riskRow({
            id: 'bank-risk',
            risk: plain('The bank moves the certification again'),
            owner: 'payments team',
            likelihood: 'low',
            impact: 'high',
            mitigation: plain('Ask for a fixed slot in writing'),
            escalatedTo: 'Adaeze Obi',
          }),
        ],
      },
    ],
    decisions: [
      make.decision({
        id: 'one-way',
        state: 'decided',
        text: plain('Standing orders are imported once; later changes are made in Crumb.'),
        decidedBy: ['Ines Moreau', 'Tomas Berg'],
        decidedOn: date,
        why: plain('Following two systems doubles the work, and nine of ten shops said once is enough.'),
        affectsSprint: true,
      }),
      make.decision({
        id: 'tablet-minimum',
        state: 'pending',
        text: plain('Do reminders need Android 10, or do they fall back to text messages?'),
        awaiting: plain('How many orders come in through vans with old tablets'),
        owner: 'lena',
        due: day(7),
        origin: 'old-tablets',
      }),
      make.decision({
        id: 'maps-contract',
        state: 'pending',
        text: plain('A larger contract for maps, or our own tiles?'),
        awaiting: plain('An offer for 100,000 requests a day'),
        ...lastWeek,
      }),
    ],
    actions: [
      make.actionItem({
        id: 'tell-shops',
        action: plain('Tell the pilot shops about the new date of card on file'),
        owner: 'ines',
        due: day(-4),
        ...lastWeek,
      }),
      make.actionItem({
        id: 'queue-date',
        action: plain('Confirm when the new queue carries all messages'),
        owner: 'kofi',
        due: day(3),
        status: 'in-progress',
        origin: 'queue-risk',
      }),
      make.actionItem({
        id: 'maps-offer',
        action: plain('Get an offer from the maps provider'),
        owner: 'mei',
        due: day(6),
        origin: 'quota-risk',
      }),
      make.actionItem({
        id: 'count-tablets',
        action: plain('Count orders from vans with old tablets'),
        owner: 'lena',
        due: day(3),
      }),
      make.actionItem({
        id: 'recipe-data',
        action: plain('Agree on the format of recipe data'),
        owner: 'tomas',
        due: day(-1),
        status: 'done',
      }),
    ],
    questions: [
      make.openQuestion({
        id: 'easter-peak',
        question: plain('Does the database move leave enough room before the Easter orders?'),
        raisedBy: 'Mei Tanaka',
        raisedOn: date,
        about: 'warehouse-upgrade',
        threatens: day(16),
      }),
      make.openQuestion({ id: 'label-language', question: plain('Which languages do labels need?'), owner: 'lena' }),
      make.openQuestion({
        id: 'pilot-size',
        question: plain('How many shops join the pilot of card on file?'),
        owner: 'ines',
        state: 'answered',
        answer: plain('Eight, two of them in Lyon.'),
      }),
    ],
    followup: [
      make.textBlock({ id: 'thanks', text: THANKS }),
      make.textBlock({ id: 'pack', kind: 'bullet', text: plain('Notes go to product and the engineering leads') }),
      make.textBlock({ id: 'sprint', kind: 'bullet', text: plain('All of engineering hears about standing orders') }),
    ],
  };
}

const THANKS: RichText = [
  { text: 'Mei spotted the quota ' },
  { text: 'six weeks early', bold: true },
  { text: '. The ' },
  { text: 'usage chart', link: 'https://charts.example.org/crumb/maps' },
  { text: ' shows the growth.' },
];

/** Product has prepared its part, engineering is still at it. */
function ticked(block: Block): Block {
  return block.type === 'textBlock' && block.kind === 'check' ? { ...block, checked: block.side === 'product' } : block;
}
