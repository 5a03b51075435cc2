import { expect, test } from 'vitest';
import type { PastNotes } from '../../api/history.ts';
import { pastParts } from './past-parts.ts';

const NOTHING: PastNotes = {
  title: 'Weekly',
  date: null,
  checklist: [],
  roadmap: [],
  upcoming: [],
  constraints: [],
  risks: [],
  decisions: [],
  actions: [],
  questions: [],
  notes: [],
  sections: [
    { key: 'actions', title: 'To do' },
    { key: 'risks', title: 'Risks' },
  ],
};

test('[G9] a version shows its written parts in the order and under the names of its sections', () => {
  const parts = pastParts({
    ...NOTHING,
    risks: [{ id: 'r', risk: 'Vendor', owner: 'mei', mitigation: null }],
    actions: [{ id: 'a', action: 'Call them', owner: null, due: null, status: 'in-progress', carried: 0, since: null }],
    questions: [{ id: 'q', question: null, answer: 'Yes' }],
    notes: ['By the way'],
  });
  expect(parts).toEqual([
    { title: 'To do', entries: [{ key: 'a', text: 'Call them', more: 'in progress' }] },
    { title: 'Risks', entries: [{ key: 'r', text: 'Vendor', more: '@mei' }] },
    { title: 'questions', entries: [{ key: 'q', text: 'Without words', more: 'Yes' }] },
    { title: 'Text in the sections', entries: [{ key: 'note 0', text: 'By the way', more: '' }] },
  ]);
});
