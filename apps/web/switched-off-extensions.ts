import type { Plugin } from 'vite';

/**
 * StarterKit imports every extension that it could switch on. Those that the meeting's schema switches off
 * (packages/blocks/src/schema.ts) are 10 kB of gzipped script that never runs, so the page gets empty ones, and
 * nothing of what only they are made of. Whoever switches one on again takes it out of this list: until then the editor
 * fails at once, by its name.
 */
const SWITCHED_OFF: Readonly<Record<string, readonly string[]>> = {
  '@tiptap/extension-blockquote': ['Blockquote'],
  '@tiptap/extension-code-block': ['CodeBlock'],
  '@tiptap/extension-hard-break': ['HardBreak'],
  '@tiptap/extension-heading': ['Heading'],
  '@tiptap/extension-horizontal-rule': ['HorizontalRule'],
  '@tiptap/extension-list': ['BulletList', 'ListItem', 'ListKeymap', 'OrderedList'],
  '@tiptap/extension-paragraph': ['Paragraph'],
  '@tiptap/extension-underline': ['Underline'],
  // Undo is the shared document's, and lists are attributes of a text block.
  '@tiptap/pm/history': ['history', 'redo', 'undo'],
  '@tiptap/pm/schema-list': ['liftListItem', 'sinkListItem', 'wrapInList'],
};

const PREFIX = '\0switched-off:';

export function switchedOffExtensions(): Plugin {
  return {
    name: 'duet-switched-off-extensions',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id in SWITCHED_OFF ? PREFIX + id : null),
    load(id) {
      const names = id.startsWith(PREFIX) ? SWITCHED_OFF[id.slice(PREFIX.length)] : undefined;
      return names?.map((name) => `export const ${name} = null;`).join('\n') ?? null;
    },
  };
}
