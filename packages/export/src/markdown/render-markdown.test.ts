import { parseMeetingMarkdown } from '@duet/blocks';
import { sampleMeeting } from '@duet/document';
import { make, parseIsoDate, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import { importMeeting } from '../import/index.ts';
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

test('[M33] it says whose word it is that the notes are final, and comes back without it', async () => {
  const sha256 = '5f1c0d9a7b3e'.padEnd(64, '0');
  const revision = { number: 2, finalizedAt: '2026-03-17T10:46:00Z', finalizedBy: 'Ines *Moreau*', sha256 };
  const action = make.actionItem({ action: plain('Call'), due: parseIsoDate('2026-03-13') });
  for (const blocks of [input.meeting.blocks, [action]]) {
    const said = { ...input, revision, meeting: { ...input.meeting, blocks } };
    const text = await markdown(said);
    expect(text).toContain('\n- **Final:** revision 2, by Ines \\*Moreau\\* on Tue, Mar 17, sha256 5f1c0d9a7b3e\n');
    const { meeting } = importMeeting({ mediaType: 'text/markdown', text, today });
    expect(withoutIds(meetingJson({ ...said, meeting }))).toEqual(withoutIds(meetingJson(said)));
  }
});

test('[M7] [M14] [M17] what must not be missed stands out in its place', async () => {
  const text = await markdown(input);
  expect(text).toContain('(promised) **⚠ not confirmed**');
  expect(text).toContain('| **⚠ unowned** |');
  expect(text).toContain('| payments team **⚠ escalated** |');
  expect(text).toContain('| 2026-03-13 **⚠ 4 days late** |');
  const held = make.upcomingItem({ title: plain('Reminders'), feasibility: 'not-feasible' });
  expect(await markdown({ ...input, meeting: { ...input.meeting, blocks: [held] } })).toContain('on hold');
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
