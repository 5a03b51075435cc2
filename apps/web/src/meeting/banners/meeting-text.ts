import { type Block, type Meeting, plainText, type RichText } from '@duet/domain';

/** All words of a meeting, a block a paragraph: for the clipboard of somebody whose page stopped syncing. */
export function meetingText(meeting: Meeting): string {
  const blocks = meeting.blocks.flatMap((block) => ('rows' in block ? block.rows.map(textOf) : [textOf(block)]));
  return [meeting.title, ...blocks].filter((text) => text !== '').join('\n\n');
}

function textOf(entry: Block | object): string {
  return Object.values(entry)
    .filter(isRichText)
    .map((text) => plainText(text).trim())
    .filter((text) => text !== '')
    .join('\n');
}

/** Every text that people type in is an array of runs; nothing else in a block is. */
function isRichText(value: unknown): value is RichText {
  return Array.isArray(value) && value.every((run) => typeof run === 'object' && run !== null && 'text' in run);
}
