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
  expect(file).toContain('/MarkInfo');
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
    ['Plain English', ['Inter']],
    ['Ελληνικά и кириллица, tiếng Việt', ['Inter']],
    ['Done ✅ 👏', ['Inter', 'Twemoji Mozilla']],
    ['مرحبا', ['Inter', 'Noto Sans Arabic']],
    ['שלום', ['Inter', 'Noto Sans Hebrew']],
    ['地図が見やすい 简体', ['Inter', 'Noto Sans SC']],
    ['안녕하세요', ['Inter', 'Noto Sans KR']],
  ])('%s', async (text, families) => {
    expect((await fontsFor(text)).families).toEqual(families);
  });
});
