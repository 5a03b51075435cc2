import { sampleMeeting } from '@duet/document';
import { type Meeting, make, parseIsoDate, plain } from '@duet/domain';
import { describe, expect, test } from 'vitest';
import { exporters } from '../index.ts';
import { fontsFor } from './fonts.ts';

const today = parseIsoDate('2026-03-17') ?? expect.fail();

async function pdf(meeting: Meeting): Promise<string> {
  const input = { meeting, id: 'weekly-0000000001', status: 'live', revision: null, today } as const;
  return Buffer.from(await exporters.pdf.render(input)).toString('latin1');
}

const meetingOf = (blocks: Meeting['blocks'], title = 'Weekly'): Meeting => ({
  title,
  date: today,
  durationMinutes: 45,
  people: [],
  blocks,
});
const pagesOf = (file: string): number => file.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('[M33] it is tagged, says its title and authors, and its links work', async () => {
  const file = await pdf(sampleMeeting(today));
  expect(file.slice(0, 5)).toBe('%PDF-');
  expect(file).toMatch(/\/MarkInfo <<\s+\/Marked true\s+>>/);
  expect(file).toContain('Crumb: product and engineering');
  expect(file).toContain('Ines Moreau');
  expect(file).toContain('(https://charts.example.org/crumb/maps)');
});

test('a long table goes on over pages, and a row taller than a page loses nothing', async () => {
  const rows = Array.from({ length: 80 }, (_, index) => make.riskRow({ risk: plain(`Risk ${index}`) }));
  expect(pagesOf(await pdf(meetingOf([{ type: 'riskTable', rows }])))).toBeGreaterThan(3);
  const tall = make.riskRow({ risk: plain('Tall'), mitigation: plain('word '.repeat(3_000)) });
  expect(pagesOf(await pdf(meetingOf([{ type: 'riskTable', rows: [tall] }])))).toBeGreaterThan(3);
});

test('text is never read as markup', async () => {
  const hostile = '#panic("no") *bold* $x$ `raw` <label> @ref // no \\ \u0000 \uD800 ]] #sys.inputs';
  const file = await pdf(
    meetingOf(
      [
        make.decision({ id: '#"<', text: plain(hostile), owner: hostile }),
        make.openQuestion({ question: plain(hostile), raisedBy: hostile }),
      ],
      hostile,
    ),
  );
  expect(pagesOf(file)).toBe(1);
});

describe('the fonts for a text', () => {
  test.each([
    ['Plain English', 'In'],
    ['Ελληνικά и кириллица, tiếng Việt', 'In'],
    ['Done ✅ 👏', 'In Twemoji Mozilla'],
    ['مرحبا', 'In Ar'],
    ['שלום', 'In He'],
    ['地図が見やすい 简体', 'In Sc'],
    ['안녕하세요', 'In Kr'],
  ])('%s', async (text, scripts) => {
    const { families, files } = await fontsFor(text);
    expect([...new Set(families.map((family) => family.replace(/\d+$/, '')))].join(' ')).toBe(scripts);
    expect(new Set(families).size).toBe(families.length);
    expect(files.length).toBeGreaterThanOrEqual(families.length);
  });
});

test('fonts that are unpacked at once come out whole', async () => {
  const fonts = await Promise.all(['Ω', 'Ж', 'ệ', 'é', '地', '図', '한', 'م', 'ש', '👏'].map(fontsFor));
  const files = fonts.flatMap((found) => found.files);
  expect(files.filter((file) => sfntSize(file) > file.length)).toHaveLength(0);
});

/** Where the last table of a TrueType font ends. */
function sfntSize(font: Buffer): number {
  const ends = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    return font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12);
  });
  return Math.max(...ends);
}

test('every character is drawn with a font that came along, none with one of this machine', async () => {
  const text = 'English, Ελληνικά, кириллица, tiếng Việt, 地図, 한국어, مرحبا, שלום';
  const file = await pdf(meetingOf([make.textBlock({ text: plain(text) })]));
  const fonts = new Set([...file.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([A-Za-z]+)/g)].map(([, name]) => name));
  expect([...fonts].toSorted()).toEqual(['Inter', 'NotoSansArabic', 'NotoSansHebrewThin', 'NotoSansKR', 'NotoSansSC']);
});
