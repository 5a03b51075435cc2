import { sampleMeeting } from '@duet/document';
import { type Meeting, make, PACKS, parseIsoDate, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import type { ExportInput } from '../exporter.ts';
import { PACK_FORMATS, type PackFormat, packExporters } from './pack-exporters.ts';

const today = parseIsoDate('2026-03-17') ?? expect.fail();

function inputOf(meeting: Meeting): ExportInput {
  const revision = { number: 1, finalizedAt: '2026-03-17T10:46:00Z', finalizedBy: 'Ines Moreau' };
  return { meeting, id: 'sample-meeting-0001', status: 'finalized', revision, today };
}

const sample = sampleMeeting(today);
const week: Meeting = {
  ...sample,
  blocks: [
    ...sample.blocks,
    { type: 'riskTable', rows: [make.riskRow({ risk: plain('Sales <hub> & co'), escalatedTo: 'Dana', id: 'hub' })] },
    make.decision({ text: plain('One way only in v1'), state: 'decided', decidedBy: ['Ines'], affectsSprint: true }),
  ],
};

async function packed(pack: (typeof PACKS)[number], format: PackFormat, meeting = week): Promise<string> {
  return new TextDecoder().decode(await packExporters[pack][format].render(inputOf(meeting)));
}

test.each(PACKS.flatMap((pack) => PACK_FORMATS.map((format) => [pack, format] as const)))(
  '[M34] the pack %s as %s begins with the risk that nobody owns, and tells the decision',
  async (pack, format) => {
    const text = await packed(pack, format);
    const [risk, decision] = [text.indexOf('Sales'), text.indexOf('One way only in v1')];
    expect(risk).toBeGreaterThan(0);
    expect(decision).toBeGreaterThan(0);
    // JSON has its canonical order of keys.
    if (format !== 'json') expect(risk).toBeLessThan(decision);
    expect(text.includes('Route planner')).toBe(false);
  },
);

test('[M34] as a page for mail programs it names no colour that they would have to look up', async () => {
  const html = await packed('notes', 'html');
  expect(html).toContain('.open{margin-top:24px;padding:16px 20px;border-radius:12px;background:#FDF3E0}');
  expect(html).not.toMatch(/var\(|light-dark|:root\{--/);
});

test('[M34] what is still open is said once, though the risks of it stand in two places', async () => {
  const html = await packed('notes', 'html');
  const [open = ''] = /<section class="open".*?<\/section>/s.exec(html) ?? [];
  expect(open.match(/>Sales &lt;hub&gt; &amp; co</g)).toHaveLength(1);
  expect(html.match(/>Sales &lt;hub&gt; &amp; co</g)).toHaveLength(3);
});

test('[M34] only the notes tell the rest', async () => {
  const action = 'Call the vendor about the sandbox';
  const meeting = { ...week, blocks: [...week.blocks, make.actionItem({ action: plain(action), owner: 'mei' })] };
  for (const format of PACK_FORMATS) {
    expect(await packed('notes', format, meeting)).toContain(action);
    expect(await packed('sprint-changes', format, meeting)).not.toContain(action);
  }
});

test('[M34] a pack without anything to tell cannot be made', async () => {
  const quiet = { ...week, blocks: [] };
  await expect(packed('sprint-changes', 'md', quiet)).rejects.toThrow('Nothing in this meeting');
});

test('[G25] in a chat, words can neither call everybody nor hide where a link leads', async () => {
  const meeting: Meeting = {
    ...week,
    title: '<!channel>',
    blocks: [
      make.textBlock({ text: [{ text: '<!here> ' }, { text: 'a|b>', link: 'https://duet.example/x|y>z' }] }),
      make.textBlock({
        text: [
          { text: 'run', link: 'javascript:alert(1)' },
          { text: ' bold ', bold: true },
        ],
      }),
    ],
  };
  const text = await packed('notes', 'txt', meeting);
  expect(text).toContain('&lt;!here&gt; <https://duet.example/x%7Cy%3Ez|a¦b&gt;>');
  expect(text).toContain('*&lt;!channel&gt;*');
  expect(text).toContain('run *bold*');
  expect(text).not.toMatch(/<!|javascript:/);
});
