import { type Meeting, make, parseIsoDate, plain } from '@duet/domain';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type ExportInput, exporters } from '../index.ts';

const day = (text: string) => parseIsoDate(text) ?? expect.fail(text);
const TODAY = day('2025-03-18');

function inputOf(blocks: Meeting['blocks'], said: Partial<ExportInput> = {}): ExportInput {
  const meeting: Meeting = { title: 'Weekly; with, signs', date: TODAY, durationMinutes: 45, people: [], blocks };
  return { meeting, id: 'weekly-0000000001', status: 'live', revision: null, today: TODAY, ...said };
}

async function ics(input: ExportInput): Promise<string> {
  return new TextDecoder().decode(await exporters.ics.render(input));
}

async function events(input: ExportInput): Promise<readonly ICAL.Event[]> {
  const calendar = new ICAL.Component(ICAL.parse(await ics(input)));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const call = make.actionItem({ id: 'call', action: plain('Call the vendor'), owner: 'wen', due: day('2025-03-31') });

test('[M33] an action and a pending decision with a day are whole-day events', async () => {
  const found = await events(
    inputOf([
      call,
      make.actionItem({ action: plain('Some day') }),
      make.decision({ id: 'phones', text: plain('Which phones?'), due: day('2025-03-25') }),
      make.decision({ text: plain('Settled'), state: 'decided', due: day('2025-03-25') }),
    ]),
  );
  expect(found.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()])).toEqual([
    ['Call the vendor', '2025-03-31', '2025-04-01'],
    ['Decide: Which phones?', '2025-03-25', '2025-03-26'],
  ]);
  expect(found.every((event) => event.startDate.isDate)).toBe(true);
});

test('[M33] a second import updates: same UID, higher sequence after each change and revision', async () => {
  const revision = (number: number) => ({ number, finalizedAt: '2025-03-18T10:46:00Z', finalizedBy: 'Ines' });
  const change = {
    actionId: 'call',
    field: 'due',
    from: null,
    to: '2025-04-02',
    at: '2025-03-20T08:00:00Z',
    by: 'Mei',
  } as const;
  const versions = await Promise.all(
    [
      inputOf([call]),
      inputOf([call], { revision: revision(1) }),
      inputOf([call], { revision: revision(1), laterChanges: [change] }),
      inputOf([call], { revision: revision(1), laterChanges: [change, change] }),
      inputOf([call], { revision: revision(2) }),
    ].map(events),
  );
  expect(new Set(versions.map(([event]) => event?.uid)).size).toBe(1);
  const sequences = versions.map(([event]) => event?.sequence ?? -1);
  expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
});

test('a dropped action is cancelled, so that importing takes it out', async () => {
  expect(await ics(inputOf([{ ...call, status: 'dropped' }]))).toContain('\r\nSTATUS:CANCELLED\r\n');
});

test('any text comes back as it was, in lines of at most 75 octets', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).filter((said) => said.trim() !== '');
  await fc.assert(
    fc.asyncProperty(text, async (said) => {
      const input = inputOf([{ ...call, action: plain(said) }]);
      for (const line of (await ics(input)).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [event] = await events(input);
      expect(event?.summary).toBe(said.trim().replaceAll(/\s+/g, ' '));
    }),
  );
});

test('[G25] text cannot smuggle in a line of its own', async () => {
  const hostile = 'Call\r\nEND:VEVENT\nBEGIN:VEVENT\u0000\u2028X';
  expect(await events(inputOf([{ ...call, action: plain(hostile) }]))).toHaveLength(1);
});
