import { insertBlocks, read, setDetails, setPerson, templateBlocks } from '@duet/document';
import { type IsoDate, make, parseIsoDate, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ExportInput } from '../exporter.ts';
import { renderJson } from './render-json.ts';

const day = (text: string): IsoDate => parseIsoDate(text) ?? expect.fail(text);
const TODAY = day('2025-03-18');

/** A usual week, written into a document as the editor would and read back from it. */
function usualWeek(): ExportInput['meeting'] {
  const doc = new Y.Doc();
  setDetails(doc, { title: 'Product and engineering, week 12', date: TODAY });
  setPerson(doc, { id: 'p', name: 'Ines Moreau', side: 'product', role: 'facilitator' });
  setPerson(doc, { id: 'e', name: 'Tomas Berg', side: 'engineering', role: 'facilitator' });
  setPerson(doc, { id: 'k', name: 'Kofi Mensah', side: 'engineering', role: 'participant' });
  insertBlocks(doc, templateBlocks('product'));
  insertBlocks(doc, [
    {
      type: 'roadmapTable',
      rows: [
        make.roadmapRow({
          id: 'summaries',
          feature: plain('Daily digests 2'),
          progress: 'shipped',
          targetDate: day('2025-03-07'),
          notes: plain('Watching how many are opened'),
        }),
        make.roadmapRow({
          id: 'sso',
          feature: plain('Single sign-on'),
          progress: 'in-progress',
          health: 'delayed',
          targetDate: day('2025-04-14'),
          dateState: 'promised',
          customersTold: true,
          notes: plain('The provider changed its interface: two weeks more'),
        }),
        make.roadmapRow({
          id: 'crm',
          feature: plain('CRM connection'),
          health: 'reprioritized',
          targetDate: day('2025-06-30'),
          notes: plain('Agreed for the second quarter'),
        }),
        make.roadmapRow({
          id: 'timeline',
          feature: plain('Calmer timeline'),
          progress: 'in-progress',
          health: 'on-track',
          targetDate: day('2025-03-28'),
          notes: plain('Design is done'),
        }),
        make.roadmapRow({ id: 'left-by-enter' }),
      ],
    },
    make.upcomingItem({
      id: 'reminders',
      title: plain('Reminder settings'),
      sprintStart: day('2025-03-24'),
      intent: plain('People choose how often and where'),
      engineering: plain('Waits for the queue rewrite, due March 21'),
      owner: 'kofi',
    }),
    make.upcomingItem({
      id: 'crm-sprint',
      title: plain('CRM connection'),
      sprintStart: day('2025-04-07'),
      intent: plain('Tasks go one way first'),
      engineering: plain('Needs a sandbox'),
      owner: '@lena',
      feasibility: 'cleared',
      docs: [
        { text: 'Design', link: 'https://docs.example.org/crm' },
        { text: ', see also https://docs.example.org/old.' },
      ],
    }),
    make.constraint({
      id: 'upgrade',
      statement: plain('Database upgrade'),
      detail: plain('Four hours'),
      from: day('2025-04-03'),
      to: day('2025-04-04'),
    }),
    make.constraint({ id: 'phones', statement: plain('Old phones'), detail: plain('Eight in a hundred') }),
    make.constraint({
      id: 'quota',
      statement: plain('Quota of the provider'),
      detail: plain('Six weeks at this rate'),
      horizon: day('2025-04-29'),
    }),
    {
      type: 'riskTable',
      rows: [
        make.riskRow({
          id: 'quota-risk',
          risk: plain('Quota is used up'),
          owner: 'mei',
          likelihood: 'high',
          likelihoodNote: '6 weeks',
          impact: 'high',
          mitigation: plain('Talk to the provider'),
        }),
        make.riskRow({
          id: 'queue-risk',
          risk: plain('Reminders wait'),
          owner: 'kofi',
          likelihood: 'medium',
          impact: 'medium',
          mitigation: plain('Know by March 21'),
        }),
        make.riskRow({
          id: 'sandbox-risk',
          risk: plain('Sandbox comes late'),
          owner: 'lena',
          likelihood: 'low',
          impact: 'medium',
          mitigation: plain('Ask now'),
        }),
      ],
    },
    make.decision({
      id: 'one-way',
      state: 'decided',
      text: plain('One way first'),
      decidedBy: ['Ines Moreau', 'Tomas Berg'],
      why: plain('Half the work'),
      affectsSprint: true,
    }),
    make.decision({ id: 'phones-decision', text: plain('Which phones?'), owner: 'rosa', awaiting: plain('A count') }),
    ...(
      [
        ['kofi', 'Say when the queue is done', '2025-03-21'],
        ['lena', 'Ask for the sandbox', '2025-03-22'],
        ['mei', 'Call the provider', '2025-03-24'],
        ['rosa', 'Count old phones', '2025-03-21'],
      ] as const
    ).map(([owner, action, due]) =>
      make.actionItem({ id: `action-${owner}`, owner, action: plain(action), due: day(due) }),
    ),
    make.textBlock({ text: plain('Thanks to Kofi for the early word.') }),
  ]);
  return read(doc);
}

const input: ExportInput = {
  meeting: usualWeek(),
  id: 'usual-week-000001',
  status: 'live',
  revision: null,
  today: TODAY,
};
const exported = JSON.parse(new TextDecoder().decode(await renderJson(input)));

test('[M33] the keys stand in their canonical order', () => {
  expect(Object.keys(exported).slice(0, 15)).toEqual([
    'title',
    'date',
    'status',
    'facilitators',
    'attendees',
    'durationMinutes',
    'checklist',
    'roadmap',
    'upcoming',
    'constraints',
    'risks',
    'decisions',
    'actions',
    'questions',
    'attention',
  ]);
  const keys = (list: string, count: number) => Object.keys(exported[list][0]).slice(0, count).join(' ');
  expect(keys('checklist', 4)).toBe('id side text checked');
  expect(keys('roadmap', 7)).toBe('id feature progress health targetDate dateState notes');
  expect(keys('upcoming', 8)).toBe('id title sprintStart intent engineering owner feasibility links');
  expect(keys('constraints', 6)).toBe('id statement detail from to horizon');
  expect(keys('risks', 8)).toBe('id risk owner likelihood likelihoodNote impact impactNote mitigation');
  expect(keys('decisions', 7)).toBe('id state text decidedBy why owner affectsSprint');
  expect(keys('actions', 5)).toBe('id owner action due status');
});

test('[M33] every fact of a usual week is there', () => {
  expect(exported).toMatchObject({
    title: 'Product and engineering, week 12',
    date: '2025-03-18',
    status: 'live',
    facilitators: ['Ines Moreau', 'Tomas Berg'],
    attendees: ['Kofi Mensah'],
    durationMinutes: 45,
    roadmap: [
      { id: 'summaries', progress: 'shipped', health: null, targetDate: '2025-03-07', dateState: null },
      { id: 'sso', progress: 'in-progress', health: 'delayed', targetDate: '2025-04-14', dateState: 'promised' },
      { id: 'crm', progress: 'not-started', health: 'reprioritized', targetDate: '2025-06-30' },
      { id: 'timeline', feature: 'Calmer timeline', health: 'on-track', notes: 'Design is done' },
    ],
    upcoming: [
      { id: 'reminders', sprintStart: '2025-03-24', feasibility: 'needs-talk', owner: 'kofi', links: [] },
      {
        title: 'CRM connection',
        owner: 'lena',
        feasibility: 'cleared',
        links: ['https://docs.example.org/crm', 'https://docs.example.org/old'],
      },
    ],
    constraints: [
      { statement: 'Database upgrade', from: '2025-04-03', to: '2025-04-04', horizon: null },
      { statement: 'Old phones', detail: 'Eight in a hundred', from: null, to: null, horizon: null },
      { horizon: '2025-04-29' },
    ],
    risks: [
      { owner: 'mei', likelihood: 'high', likelihoodNote: '6 weeks', impact: 'high', impactNote: null },
      { owner: 'kofi', likelihood: 'medium', mitigation: 'Know by March 21' },
      { owner: 'lena', likelihood: 'low', impact: 'medium' },
    ],
    decisions: [
      { state: 'decided', decidedBy: ['Ines Moreau', 'Tomas Berg'], why: 'Half the work', affectsSprint: true },
      { state: 'pending', decidedBy: [], why: null, owner: 'rosa', awaiting: 'A count' },
    ],
    actions: [
      { owner: 'kofi', action: 'Say when the queue is done', due: '2025-03-21', status: 'open' },
      { owner: 'lena', due: '2025-03-22' },
      { owner: 'mei', due: '2025-03-24' },
      { owner: 'rosa', due: '2025-03-21' },
    ],
    questions: [],
  });
  const counts = ['roadmap', 'upcoming', 'constraints', 'risks', 'decisions', 'actions'].map(
    (list) => exported[list].length,
  );
  expect(counts).toEqual([4, 2, 3, 3, 2, 4]);
  expect(exported.notes.at(-1)).toBe('Thanks to Kofi for the early word.');
  expect(exported.checklist).toHaveLength(5);
  expect(exported.people).toContainEqual({ name: 'Ines Moreau', side: 'product', role: 'facilitator' });
});

test('[M27] what needs attention is exported as the rules find it', () => {
  expect(exported.attention.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
    ['reminders', 'ungated'],
    ['sso', 'promised-unconfirmed'],
  ]);
});

test('[M32] a finalized meeting says its revision, and what moved after it', async () => {
  const revision = { number: 3, finalizedAt: '2025-03-18T10:46:00.000Z', finalizedBy: 'Ines Moreau' };
  const change = {
    actionId: 'action-mei',
    field: 'due',
    from: '2025-03-24',
    to: '2025-03-28',
    at: '2025-03-20T08:00:00Z',
    by: 'Mei',
  } as const;
  const bytes = await renderJson({ ...input, status: 'finalized', revision, laterChanges: [change] });
  expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
    status: 'finalized',
    revision: 3,
    finalizedAt: '2025-03-18T10:46:00.000Z',
    finalizedBy: 'Ines Moreau',
    laterChanges: [change],
  });
});
