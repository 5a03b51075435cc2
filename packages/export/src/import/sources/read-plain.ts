import type { Steps } from '@duet/blocks';
import { plain } from '@duet/domain';
import type { Budget } from '../limits.ts';
import type { OutlineNode } from '../outline.ts';
import { OutlineWriter } from './outline-writer.ts';
import { readPastedTable } from './pasted-table.ts';

const ITEM = /^([ \t]{0,60})(?:[-*+•●◦▪‣○■–]|(\d{1,3})[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(.*)$/;
const BOX = /^([ \t]{0,60})([☐☑☒✓])[ \t]+(.*)$/;

const LINES_A_STEP = 8;

/** Plain text into an outline: a line each, because pasted pages keep no other structure. */
export function* readPlain(source: string, budget: Budget): Steps<readonly OutlineNode[]> {
  const writer = new OutlineWriter(budget);
  const lines = source.split('\n');
  /** The leading spaces of the open list levels, the outermost first. */
  let levels: number[] = [];
  for (let at = 0; at < lines.length; ) {
    if (at % LINES_A_STEP === 0) yield;
    const line = lines[at] ?? '';
    const table = readPastedTable(lines, at);
    if (table !== null) {
      writer.table(table.rows);
      at += table.used;
      continue;
    }
    at++;
    const [, boxLead, box, boxed] = BOX.exec(line) ?? [];
    const [, itemLead, number, tick, item] = ITEM.exec(line) ?? [];
    const lead = boxLead ?? itemLead;
    if (lead === undefined) {
      if (line.trim() === '' || !/^\s/.test(line)) levels = [];
      writer.text(plain(line), { kind: 'paragraph', indent: levels.length, checked: false });
      continue;
    }
    while (levels.length > 0 && lead.length <= (levels.at(-1) ?? 0)) levels.pop();
    const kind = box !== undefined || tick !== undefined ? 'check' : number !== undefined ? 'ordered' : 'bullet';
    const checked = /[xX☑☒✓]/.test(tick ?? box ?? '');
    writer.text(plain(boxed ?? item ?? ''), { kind, indent: levels.length, checked });
    levels.push(lead.length);
  }
  return writer.nodes;
}
