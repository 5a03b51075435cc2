import { sampleMeeting } from '@duet/document';
import { parseIsoDate } from '@duet/domain';
import { expect, test } from 'vitest';
import { csvTables, type ExportInput, exporters } from './index.ts';

const today = parseIsoDate('2026-03-17') ?? expect.fail();
const input: ExportInput = {
  meeting: sampleMeeting(today),
  id: 'sample-meeting-0001',
  status: 'finalized',
  revision: { number: 2, finalizedAt: '2026-03-17T10:46:00Z', finalizedBy: 'Ines Moreau' },
  today,
  laterChanges: [
    {
      actionId: 'maps-offer',
      field: 'due',
      from: '2026-03-23',
      to: '2026-03-27',
      at: '2026-03-19T08:00:00Z',
      by: 'Mei',
    },
  ],
};

test.each(Object.entries({ ...exporters, ...csvTables }))(
  '%s: the same meeting is the same bytes',
  async (_, exporter) => {
    const first = await exporter.render(input);
    const again = await exporter.render(structuredClone(input));
    expect(first.length).toBeGreaterThan(100);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  },
);
