import { safeHref } from '@duet/domain';
import { Extension, InputRule } from '@tiptap/core';

/** An address and the space that ends it. Punctuation before the space belongs to the sentence. */
const TYPED_ADDRESS = /(?:^|[\s(])(https?:\/\/\S*[^\s.,;:!?'")\]])([.,;:!?'")\]]*\s)$/;

/**
 * An address that somebody types becomes a link when they go on typing. An input rule hears only this person's keys;
 * the link extension's own autolink also answers what others typed and what a document holds when it is opened, and
 * so would write into it without anybody having touched it.
 */
export const TypedLinks = Extension.create({
  name: 'typedLinks',
  addInputRules() {
    return [
      new InputRule({
        find: TYPED_ADDRESS,
        handler: ({ state, range, match: [whole, address = '', rest = ''] }) => {
          const { link } = state.schema.marks;
          const href = safeHref(address);
          if (!link || href === null) return null;
          const from = range.from + whole.length - address.length - rest.length;
          const to = from + address.length;
          // The key that set the rule off is not in the document yet.
          const typed = rest.slice(range.to - to);
          state.tr.addMark(from, to, link.create({ href })).insertText(typed, range.to).removeStoredMark(link);
          return undefined;
        },
      }),
    ];
  },
});
