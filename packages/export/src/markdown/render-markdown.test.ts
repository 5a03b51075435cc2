import { parseMeetingMarkdown } from '@duet/blocks';
import { sampleMeeting } from '@duet/document';
import { parseIsoDate } from '@duet/domain';
import { expect, test } from 'vitest';
import { type ExportInput, exporters } from '../index.ts';
import { meetingJson } from '../json/meeting-json.ts';

const today = parseIsoDate('2026-03-17') ?? expect.fail();
const input: ExportInput = {
  meeting: sampleMeeting(today),
  id: 'weekly-0000000001',
  status: 'finalized',
  revision: { number: 1, finalizedAt: '2026-03-17T10:46:00Z', finalizedBy: 'Ines Moreau' },
  today,
};
const markdown = async (said: ExportInput): Promise<string> =>
  new TextDecoder().decode(await exporters.md.render(said));

/** Ids that nothing links to are made anew by reading. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, said) => (['id', 'origin', 'about'].includes(key) ? undefined : said));

test('[M33] the Markdown of a meeting is read back as the same meeting', async () => {
  const again = { ...input, meeting: parseMeetingMarkdown(await markdown(input)) };
  expect(withoutIds(meetingJson(again))).toEqual(withoutIds(meetingJson(input)));
});

test('[M32] what moved after finalizing comes at the end', async () => {
  const text = await markdown({
    ...input,
    laterChanges: [
      { actionId: 'maps-offer', field: 'owner', from: 'mei', to: 'kofi', at: '2026-03-19T08:00:00Z', by: 'Mei Tanaka' },
    ],
  });
  expect(text).toMatch(
    /## Changed after it was finalized\n\n- Get an offer .*\. Owner: kofi, was mei \(Mei Tanaka, Thu, Mar 19\)\s*$/,
  );
});
