import { meetingSchema, writeBlock } from '@duet/blocks';
import { make, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import { mentionsIn } from '../mentions.ts';
import { namesIn } from './names-in-document.ts';

test('a mention begins a word and ends before punctuation; an address is none', () => {
  expect(mentionsIn('@wen to ask (@anna.k), then @Jörg.')).toEqual(['wen', 'anna.k', 'Jörg']);
  expect(mentionsIn('write to wen@bakery.example or a@b')).toEqual([]);
});

test('names come from owners and mentions; groups and the name being typed are left out', () => {
  const blocks = [
    make.actionItem({ owner: 'Rosa', action: plain('Ask @marcus and @ma') }),
    make.decision({ decidedBy: ['priya', 'jonas'], owner: 'the team' }),
  ];
  const doc = meetingSchema().nodeFromJSON({ type: 'doc', content: blocks.map((block) => writeBlock(block)) });
  expect(namesIn(doc, 'ma')).toEqual(['jonas', 'marcus', 'priya', 'rosa']);
});
