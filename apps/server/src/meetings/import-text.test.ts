import { sampleMeeting } from '@duet/document';
import { isoDateOf } from '@duet/domain';
import { exporters } from '@duet/export';
import { expect, test } from 'vitest';
import { testServer } from '../testing/harness.ts';
import { previewImport } from './import-text.ts';

test('[M33] notes of one meeting do not wait for those of twenty', async () => {
  const { duet } = await testServer();
  const today = isoDateOf(0);
  const sample = sampleMeeting(today);
  const markdownOf = async (meetings: number): Promise<string> => {
    const meeting = { ...sample, blocks: Array.from({ length: meetings }, () => sample.blocks).flat() };
    const bytes = await exporters.md.render({ meeting, id: 'm', status: 'live', revision: null, today });
    return Buffer.from(bytes).toString();
  };
  const read: string[] = [];
  const preview = async (name: string, text: string): Promise<void> => {
    await previewImport(duet, { mediaType: 'text/markdown', text });
    read.push(name);
  };
  const [twenty, one] = [await markdownOf(20), await markdownOf(1)];
  await Promise.all([preview('twenty', twenty), preview('one', one)]);
  expect(read).toEqual(['one', 'twenty']);
});
