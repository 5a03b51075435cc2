import type { Finding } from '@duet/domain';
import { expect, test } from 'vitest';
import { newsText } from './attention-news.tsx';

const finding = (title: string): Finding => ({ kind: 'unowned-risk', blockId: title, title, why: 'Nobody owns it.' });

test('what is new on the attention list is said in one sentence, the worst by name', () => {
  expect(newsText([])).toBe('');
  expect(newsText([finding('Printers')])).toBe('New in attention: Printers. Nobody owns it.');
  expect(newsText([finding('Printers'), finding('Ovens'), finding('Maps')])).toBe(
    'New in attention: Printers. Nobody owns it. And 2 more.',
  );
});
