import type { Plugin } from 'vite';

/**
 * StarterKit imports every extension that it could switch on. Those that the meeting's schema switches off
 * (packages/blocks/src/schema.ts) are 17 kB of gzipped script that never runs, so the page gets empty ones, and
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
  '@tiptap/extensions': ['Dropcursor', 'TrailingNode', 'UndoRedo'],
  // Lists are attributes of a text block: the commands for nested ones are never run.
  '@tiptap/pm/schema-list': ['liftListItem', 'sinkListItem', 'wrapInList'],
};

/** What is left of a module that is not switched off as a whole. */
const KEPT: Readonly<Record<string, string>> = {
  '@tiptap/extensions': `export { Gapcursor } from '@tiptap/extensions/gap-cursor';`,
  // Tiptap's `useEditor` compares with it whether to draw again after a transaction: a number, or always null.
  'fast-equals': 'export const deepEqual = Object.is;',
};

const PREFIX = '\0switched-off:';

export function switchedOffExtensions(): Plugin {
  /** Who imports a module also has what is kept of it. */
  const importers = new Map<string, string>();
  return {
    name: 'duet-switched-off-extensions',
    apply: 'build',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (importer?.startsWith(PREFIX)) return this.resolve(id, importers.get(importer.slice(PREFIX.length)));
      if (!(id in SWITCHED_OFF) && !(id in KEPT)) return null;
      if (importer !== undefined) importers.set(id, importer);
      return PREFIX + id;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const name = id.slice(PREFIX.length);
      const off = SWITCHED_OFF[name] ?? [];
      return [...off.map((gone) => `export const ${gone} = null;`), KEPT[name] ?? ''].join('\n');
    },
  };
}
