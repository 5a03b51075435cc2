import type { Block } from '@duet/domain';
import { type AnyExtension, Editor } from '@tiptap/core';
import { onTestFinished } from 'vitest';
import { freshNode } from '../editing/edits.ts';
import { editingExtensions } from '../editing/index.ts';
import { writeBlock } from '../registry.ts';
import { meetingSchema, schemaExtensions } from '../schema.ts';

/** A real editor (in a DOM for tests), used as a person does: keys and letters. It goes with the running test. */
export function openEditor(blocks: readonly Block[] = [], extensions: readonly AnyExtension[] = []): Editor {
  const schema = meetingSchema();
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...schemaExtensions(), ...editingExtensions({ together: (steps) => steps() }), ...extensions],
    content: { type: 'doc', content: blocks.map((block) => freshNode(schema, writeBlock(block)).toJSON()) },
  });
  onTestFinished(() => editor.destroy());
  return editor;
}
