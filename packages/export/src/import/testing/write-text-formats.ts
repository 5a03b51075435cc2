import { type NotesNode, splitBold } from './notes.ts';

type Writer = (notes: readonly NotesNode[]) => string;

const plainLine = (text: string): string => text.replaceAll('**', '');
/** An unticked box that a page shows as a bullet when its text is copied. */
const listOf = (items: readonly string[], line: (item: string, index: number) => string): string =>
  items.map(line).join('\n');

function writer(write: (node: NotesNode) => string): Writer {
  return (notes) => `${notes.map(write).join('\n\n')}\n`;
}

function plainWriter(row: (cells: readonly string[]) => string): Writer {
  return writer((node) => {
    if ('heading' in node) return node.heading;
    if ('paragraph' in node) return plainLine(node.paragraph);
    if ('list' in node) return listOf(node.list, (item) => `  • ${plainLine(item)}`);
    return node.table.map(row).join('\n');
  });
}

/** A web page copied as text: a title is a paragraph between sections, and cells have nothing between them. */
export const copiedPage = plainWriter((cells) => cells.join(''));
export const tabbedText = plainWriter((cells) => cells.join('\t'));
export const alignedText = plainWriter((cells) =>
  cells.map((cell) => (cell === '' ? '-' : cell).padEnd(44)).join('  '),
);
export const stackedText = plainWriter((cells) => cells.map((cell) => (cell === '' ? '-' : cell)).join('\n'));

function table(rows: readonly (readonly string[])[], line: (cells: readonly string[]) => string): string {
  const [head = [], ...rest] = rows;
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n');
}
const bars = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const githubMarkdown = writer((node) => {
  if ('heading' in node) return `${'#'.repeat(node.level ?? 2)} ${node.heading}`;
  if ('paragraph' in node) return node.paragraph;
  if ('list' in node)
    return listOf(node.list, (item, index) =>
      node.boxes ? `- [${node.boxes[index] ? 'x' : ' '}] ${item}` : `- ${item}`,
    );
  return table(node.table, bars);
});

const HACKMD_SIGNS: Readonly<Record<string, string>> = { '✅': ':white_check_mark:', '🟢': ':green_circle:' };

/** Setext titles, stars for bullets, tables without outer bars, signs by name, labels in one paragraph. */
export const hackmdMarkdown = writer((node) => {
  if ('heading' in node) return node.level === 1 ? `${node.heading}\n===\n\n[TOC]` : `## ${node.heading} ##`;
  if ('paragraph' in node) return node.paragraph;
  if ('list' in node)
    return listOf(node.list, (item, index) =>
      node.boxes ? `* [${node.boxes[index] ? 'X' : ' '}] ${item}` : `* ${item}`,
    );
  const cell = (text: string): string => text.replaceAll(/✅|🟢/gu, (sign) => HACKMD_SIGNS[sign] ?? sign) || ' ';
  return table(node.table, (cells) => cells.map(cell).join(' | '));
});

/** Two spaces behind a box, bold headings, `<br>` for nothing, callouts as `<aside>`. */
export const notionMarkdown = writer((node) => {
  if ('heading' in node) return node.level === 1 ? `# ${node.heading}` : `## **${node.heading}**`;
  if ('paragraph' in node) {
    const { bold, rest } = splitBold(node.paragraph);
    return bold === '' ? `<aside>\n💡 ${rest}\n\n</aside>` : node.paragraph;
  }
  if ('list' in node)
    return listOf(node.list, (item, index) =>
      node.boxes ? `- [${node.boxes[index] ? 'x' : ' '}]  ${item}` : `- ${item}`,
    );
  return table(node.table, bars);
});

export type { Writer };
