import { sampleMeeting } from '@duet/document';
import { type Meeting, make, parseIsoDate, plain } from '@duet/domain';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { exporters } from '../index.ts';

const today = parseIsoDate('2026-03-17') ?? expect.fail();

async function partsOf(meeting: Meeting): Promise<Readonly<Record<string, string>>> {
  const bytes = await exporters.docx.render({
    meeting,
    id: 'weekly-0000000001',
    status: 'live',
    revision: null,
    today,
  });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** Throws on XML that is not well-formed. @returns the text of every `w:t`, joined. */
function textOf(xml: string): string {
  const parser = new SaxesParser();
  let inside = false;
  let text = '';
  parser.on('opentag', ({ name }) => {
    inside = name === 'w:t';
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.on('text', (part) => {
    if (inside) text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

const only = (block: Meeting['blocks'][number]): Meeting => ({
  title: 'Weekly',
  date: today,
  durationMinutes: 45,
  people: [],
  blocks: [block],
});

test('[M33] headings are headings, tables have head rows that repeat, check boxes can be ticked', async () => {
  const xml = (await partsOf(sampleMeeting(today)))['word/document.xml'] ?? '';
  expect(xml.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(10);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  expect(xml.match(/<w14:checkbox>/g)).toHaveLength(10);
});

test('[M33] every word of every block is in it', async () => {
  const text = textOf((await partsOf(sampleMeeting(today)))['word/document.xml'] ?? '');
  for (const words of [
    '地図が見やすい',
    'Promised, not confirmed',
    'Unowned',
    'To Adaeze Obi',
    '4 days late',
    'usage chart',
  ]) {
    expect(text).toContain(words);
  }
});

test('[G25] every part is well-formed XML, whatever was typed', async () => {
  const hostile = plain(`<w:p>&amp;]]> "quoted" 'too' \u0000\u0008\uFFFE\uD800 "CURRENT" r:id="rId1"\nnext`);
  const parts = await partsOf(only(make.decision({ id: '<"&\u0000', text: hostile, why: hostile, owner: '<x>' })));
  for (const [path, xml] of Object.entries(parts)) if (/\.(xml|rels)$/.test(path)) textOf(xml);
  expect(textOf(parts['word/document.xml'] ?? '')).toContain(`<w:p>&amp;]]> "quoted" 'too'`);
});

test('a line that reads like a field of Word stays that line', async () => {
  const parts = await partsOf(only(make.textBlock({ text: plain('CURRENT\nTOTAL_PAGES') })));
  expect(textOf(parts['word/document.xml'] ?? '')).toContain('CURRENTTOTAL_PAGES');
});

test('[G25] nothing outside is referred to but links that may be followed', async () => {
  const parts = await partsOf(
    only(
      make.textBlock({
        text: [
          { text: 'good', link: 'https://example.org/?a=1&b="2"' },
          { text: 'bad', link: 'javascript:alert(1)' },
          { text: 'file', link: 'file:///etc/passwd' },
        ],
      }),
    ),
  );
  const relations = Object.entries(parts).filter(([path]) => path.endsWith('.rels'));
  const outside = relations.flatMap(([, xml]) => [
    ...xml.matchAll(/Type="([^"]*)" Target="([^"]*)" TargetMode="External"/g),
  ]);
  expect(outside.map(([, type = '', target]) => [type.split('/').at(-1), target])).toEqual([
    ['hyperlink', 'https://example.org/?a=1&amp;b=%222%22'],
  ]);
});
