import { expect, test } from 'vitest';
import type { KeptText } from '../../api/types.ts';
import { waitingWords } from './waiting-words.ts';

const by = (name: string): KeptText => ({
  id: name,
  author: { name, side: 'engineering' },
  at: '2026-03-18T10:00:00Z',
  place: 'Risks',
  text: 'words',
});

test('[G12] [G14] the banner counts what waits and names who came late, each once', () => {
  expect(waitingWords({ rescued: [], late: [] })).toBe('');
  expect(waitingWords({ rescued: [by('Tomas')], late: [] })).toBe('1 text was lost in a merge.');
  const late = [by('Tomas Berg'), by('Tomas Berg'), by('Mei')];
  expect(waitingWords({ rescued: [by('Mei'), by('Mei')], late })).toBe(
    '2 texts were lost in a merge. 3 late edits from Tomas and Mei.',
  );
});
