import { newId, type SectionHeading } from '@duet/domain';
import type { BlockMarkdown } from '../markdown/block-markdown.ts';
import { textOf } from '../markdown/fields.ts';
import { commentIn, smallPrintIn, spaced, writeComment, writeSmallPrint } from '../markdown/html.ts';
import { readAnchor, writeAnchor } from '../markdown/links.ts';
import { readText } from '../markdown/read-text.ts';
import { writeText } from '../markdown/write-text.ts';
import { attributes } from './model.ts';

const SECTION_DEPTH = 2;

/** `## Risks <sub>6 min · engineering opens</sub> <!-- risks -->`: the time box small, the key for us only. */
export const sectionHeadingMarkdown: BlockMarkdown<SectionHeading> = {
  write: (run, links) =>
    run.map((section) => {
      const small = [
        ...(section.minutes === null ? [] : [`${section.minutes} min`]),
        ...(section.opener === null ? [] : [`${section.opener} opens`]),
      ];
      const children = spaced(
        [...writeAnchor(section.id, links), ...writeText(section.title, 'line')],
        writeSmallPrint(small.join(' · ')),
        writeComment(section.key ?? ''),
      );
      return { type: 'heading', depth: SECTION_DEPTH, children };
    }),

  read: ([node], source) => {
    if (node?.type !== 'heading' || node.depth > SECTION_DEPTH) return null;
    const { comment, rest } = commentIn(node.children);
    const { small, rest: said } = smallPrintIn(rest);
    const [, minutes] = /^(\d+) min/.exec(textOf(small, source)) ?? [];
    const [, opener] = /(\w+) opens$/.exec(textOf(small, source)) ?? [];
    const section: SectionHeading = {
      type: 'sectionHeading',
      id: readAnchor(node.children) ?? newId(),
      key: attributes.key.read(comment),
      minutes: attributes.minutes.read(minutes),
      opener: attributes.opener.read(opener),
      title: readText(minutes || opener ? said : rest, source),
    };
    return { blocks: [section], taken: 1 };
  },
};
