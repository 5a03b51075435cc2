import { type Meeting, make, parseIsoDate, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import { csvTables, type ExportInput } from '../index.ts';

const today = parseIsoDate('2025-03-18') ?? expect.fail();

function inputOf(blocks: Meeting['blocks']): ExportInput {
  const meeting: Meeting = { title: 'Weekly', date: today, durationMinutes: 45, people: [], blocks };
  return { meeting, id: 'weekly-0000000001', status: 'live', revision: null, today };
}

async function csv(table: keyof typeof csvTables, input: ExportInput): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csvTables[table].render(input));
}

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  '[G25] a cell that begins like %j is no formula',
  async (text) => {
    const action = make.actionItem({ id: 'a', action: plain(text) });
    const cell = (await csv('actions', inputOf([action]))).split('\r\n')[1]?.split(',')[2];
    expect(cell?.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('separators, quotes and line breaks stay in their cell', async () => {
  const action = make.actionItem({ id: 'a', owner: 'wen', action: plain('Call "them",\nthen write'), due: today });
  expect(await csv('actions', inputOf([action]))).toBe(
    '\uFEFFid,owner,action,due,status,carried,since,attention,laterChanges\r\n' +
      'a,wen,"Call ""them"",\nthen write",2025-03-18,open,0,,,\r\n',
  );
});

test('a table without rows still has its header', async () => {
  expect(await csv('risks', inputOf([]))).toMatch(/^\uFEFFid,risk,owner,.*\r\n$/);
});

test('[M7] [M14] a promised date and an unowned risk say so in their row', async () => {
  const input = inputOf([
    { type: 'roadmapTable', rows: [make.roadmapRow({ feature: plain('Search'), dateState: 'promised' })] },
    { type: 'riskTable', rows: [make.riskRow({ risk: plain('Vendor leaves') })] },
  ]);
  expect(await csv('roadmap', input)).toContain('Engineering has not confirmed it.');
  expect(await csv('risks', input)).toContain('Nobody owns this risk.');
});
