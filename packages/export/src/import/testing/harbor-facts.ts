import type { ExpectedFacts } from './facts.ts';

/** What {@link HARBOR_NOTES} say, in every format. */
export const HARBOR_FACTS: ExpectedFacts = {
  title: 'Harbor weekly sync',
  date: '2025-09-15',
  durationMinutes: 50,
  people: [
    { name: 'Ines', side: 'product', role: 'facilitator' },
    { name: 'Tomas', side: 'engineering', role: 'facilitator' },
    { name: 'Yuki', side: 'other', role: 'participant' },
    { name: 'Bao', side: 'other', role: 'participant' },
  ],
  checklist: [
    { text: 'PM brings the pricing table up to date', side: 'product' },
    { text: 'EM reads every new item', side: 'engineering', checked: false },
    { text: 'Both sides note what worries them', side: 'other', checked: false },
  ],
  roadmap: [
    {
      feature: 'Berth search',
      progress: 'in-progress',
      health: 'on-track',
      targetDate: '2025-09-30',
      notes: 'Index is rebuilt nightly',
    },
    {
      feature: 'Invoice export',
      progress: 'in-progress',
      health: 'at-risk',
      targetDate: '2025-10-10',
      notes: 'Waiting for the tax rules',
    },
    {
      feature: 'Harbor map',
      progress: 'in-progress',
      health: 'blocked',
      targetDate: '2025-10-03',
      notes: 'The tile vendor is down',
    },
    {
      feature: 'Login by badge',
      progress: 'shipped',
      health: null,
      targetDate: '2025-09-08',
      notes: 'Two complaints so far',
    },
    {
      feature: 'Crew calendar',
      progress: 'not-started',
      health: null,
      targetDate: '2025-12-01',
      notes: 'Needs a designer',
    },
  ],
  upcoming: [
    {
      title: 'Tide alerts',
      sprintStart: '2025-09-29',
      intent: 'Captains hear of low water an hour before.',
      engineering: 'The gauge feed has no service level. @tomas to ask the port by Friday.',
      owner: 'tomas',
      feasibility: 'needs-talk',
    },
    {
      title: 'Shared moorings',
      sprintStart: '2025-10-13',
      intent: 'Two boats book one mooring together.',
      engineering: 'A lock on the booking table.',
      owner: null,
    },
  ],
  constraints: [
    {
      statement: 'Datacenter move on October 8–9',
      detail: 'Nothing can be released in these two days.',
      from: '2025-10-08',
      to: '2025-10-09',
      horizon: null,
    },
    {
      statement: 'Map quota',
      detail: 'At this rate the free tiles run out in about 4 weeks.',
      from: null,
      to: null,
      horizon: '2025-10-13',
    },
  ],
  risks: [
    {
      risk: 'Gauge feed stops',
      owner: 'tomas',
      likelihood: 'medium',
      likelihoodNote: null,
      impact: 'high',
      impactNote: 'season',
      mitigation: 'Cache the last day',
    },
    {
      risk: 'Tax rules change again',
      owner: 'ines',
      likelihood: 'high',
      likelihoodNote: '2 months',
      impact: 'low',
      impactNote: null,
      mitigation: 'Keep the rules in a table',
    },
    {
      risk: 'No designer until winter',
      owner: null,
      likelihood: 'high',
      impact: 'medium',
      mitigation: 'Ask the agency',
    },
  ],
  decisions: [
    { state: 'decided', text: 'Badges replace passwords on shared tablets.', why: 'Nobody could type with gloves on.' },
    {
      state: 'pending',
      text: 'Whether old phones stay supported.',
      awaiting: '@yuki to count the phones on board — may settle it.',
      owner: 'yuki',
    },
  ],
  actions: [
    { owner: 'bao', action: 'Write the release freeze into the calendar', due: '2025-09-19', status: 'open' },
    { owner: 'yuki', action: 'Count phones on board', due: '2025-09-22', status: 'in-progress' },
    { owner: 'ines', action: 'Thank the tile vendor', due: '2025-09-17', status: 'done' },
  ],
  questions: [
    { question: 'Who pays for extra tiles?', owner: 'ines', state: 'open' },
    { question: 'Do night arrivals count as a day?', owner: null, state: 'open' },
  ],
};
