import { meetingMarkdown } from '@duet/blocks';
import { type Block, make, plain } from '@duet/domain';
import { bytesOf } from '../bytes.ts';
import type { ExportInput } from '../exporter.ts';
import { finalWords } from '../final-words.ts';
import { LATER_TITLE, laterChangesInWords } from '../later-changes.ts';

/** The meeting, so that importing gives it back, under whose word it is final; what moved since comes after it. */
export async function renderMarkdown(input: ExportInput): Promise<Uint8Array> {
  const meeting = { ...input.meeting, blocks: [...input.meeting.blocks, ...laterBlocks(input)] };
  return bytesOf(meetingMarkdown(meeting, { today: input.today, final: finalWords(input) }));
}

function laterBlocks(input: ExportInput): readonly Block[] {
  const changes = laterChangesInWords(input);
  if (changes.length === 0) return [];
  return [
    make.sectionHeading({ id: 'later-changes', title: plain(LATER_TITLE) }),
    ...changes.map(({ action, change, who }, index) =>
      make.textBlock({ id: `later-${index}`, kind: 'bullet', text: plain(`${action}. ${change} (${who})`) }),
    ),
  ];
}
