import { arbitraryMeeting } from '@duet/blocks/testing';
import { sampleMeeting } from '@duet/document';
import { isoDateOf, type Meeting, make, parseIsoDate, plain } from '@duet/domain';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exporters } from '../index.ts';
import { faultsOfPackage } from './testing/faults-of-package.ts';

const today = parseIsoDate('2026-03-17') ?? isoDateOf(0);
const final = { number: 1, finalizedAt: '2026-03-17T10:46:00.000Z', finalizedBy: 'Ines', sha256: 'ab'.repeat(32) };

const docxOf = (meeting: Meeting, said: object = {}): Promise<Uint8Array> =>
  exporters.docx.render({ meeting, id: 'weekly', status: 'live', revision: null, today, ...said });

/** The same file with one part written otherwise. */
function changed(docx: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) });
}

describe('[M33] Word finds nothing to mend', () => {
  it('in the sample, open and final', async () => {
    const sample = sampleMeeting(today);
    const laterChanges = [
      { actionId: 'queue-date', field: 'status', from: 'open', to: 'done', at: final.finalizedAt, by: 'Ines' },
    ];
    expect(faultsOfPackage(await docxOf(sample))).toEqual([]);
    expect(faultsOfPackage(await docxOf(sample, { status: 'finalized', revision: final, laterChanges }))).toEqual([]);
  });

  it('in blocks without words, and tables without rows', async () => {
    const blocks = [
      make.sectionHeading({}),
      make.textBlock({ kind: 'check' }),
      make.textBlock({ kind: 'ordered', indent: 8 }),
      { type: 'roadmapTable' as const, rows: [] },
      { type: 'riskTable' as const, rows: [make.riskRow({})] },
      make.upcomingItem({}),
      make.decision({}),
      make.constraint({}),
      make.actionItem({}),
      make.openQuestion({}),
    ];
    expect(faultsOfPackage(await docxOf({ ...sampleMeeting(today), blocks }))).toEqual([]);
    expect(faultsOfPackage(await docxOf({ ...sampleMeeting(today), title: '', people: [], blocks: [] }))).toEqual([]);
  });

  it('in entries whose ids are alike', async () => {
    const ids = ['a-5fb', 'a_b', 'AbC', 'aBc', 'x'.repeat(60), `${'x'.repeat(60)}y`];
    const rows = ids.map((id) => make.riskRow({ id, risk: plain(id) }));
    expect(faultsOfPackage(await docxOf({ ...sampleMeeting(today), blocks: [{ type: 'riskTable', rows }] }))).toEqual(
      [],
    );
  });

  it('in whatever a document can hold', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMeeting(), async (meeting) => {
        expect(faultsOfPackage(await docxOf(meeting))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the test of that finds', () => {
  const broken: readonly (readonly [string, string, (xml: string) => string, RegExp])[] = [
    [
      'a relation to nowhere',
      'word/_rels/document.xml.rels',
      (xml) => xml.replace('styles.xml', 'style.xml'),
      /style\.xml is not there/,
    ],
    [
      'a part without a type',
      '[Content_Types].xml',
      (xml) => xml.replace('/word/footer1.xml', '/word/footer9.xml'),
      /footer9\.xml is there/,
    ],
    [
      'a link without a relation',
      'word/document.xml',
      (xml) => xml.replace(/r:id="rIdLink\d+"/, 'r:id="rId999"'),
      /no relation rId999/,
    ],
    [
      'a style that nobody made',
      'word/document.xml',
      (xml) => xml.replace('"Heading1"', '"Heading77"'),
      /no style Heading77/,
    ],
    [
      'a table without a grid',
      'word/document.xml',
      (xml) => xml.replace(/<w:tblGrid>.*?<\/w:tblGrid>/, ''),
      /without a grid/,
    ],
    [
      'a cell without a paragraph',
      'word/document.xml',
      (xml) => xml.replace(/(<w:tc>(?:(?!<\/w:tc>).)*)<\/w:tc>/, '$1<w:tcPr/></w:tc>'),
      /not end in a paragraph/,
    ],
    [
      'an id that is used twice',
      'word/document.xml',
      (xml) => xml.replace(/(<w:bookmarkStart [^>]*w:id=")1"/, '$10"'),
      /used twice/,
    ],
  ];

  it.each(broken)('%s', async (_, path, change, fault) => {
    expect(faultsOfPackage(changed(await docxOf(sampleMeeting(today)), path, change)).join('\n')).toMatch(fault);
  });
});
