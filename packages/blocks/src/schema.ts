import { safeHref } from '@duet/domain';
import { type AnyExtension, getSchema } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit, type StarterKitOptions } from '@tiptap/starter-kit';
import { blocks } from './registry.ts';

/**
 * The version of the shapes in the shared document. A client that names another one may read but not write (G13):
 * its editor would delete for everybody what it does not know. Raise it with every change of nodes or marks.
 */
export const SCHEMA_VERSION = 1;

/**
 * From StarterKit come the document, text, marks and cursors. Its blocks are off: `textBlock` is all of them
 * in one flat node. Its undo is off: the shared document brings its own. Its code mark is off since that takes all other
 * marks away, and code in a link is common; it still has to exclude itself, or the binding would hash its name.
 */
const KIT: Partial<StarterKitOptions> = {
  paragraph: false,
  heading: false,
  bulletList: false,
  orderedList: false,
  listItem: false,
  listKeymap: false,
  blockquote: false,
  codeBlock: false,
  horizontalRule: false,
  hardBreak: false,
  code: false,
  underline: false,
  trailingNode: false,
  undoRedo: false,
  // Rows and blocks are dragged by their grip, which draws its own line; text has the caret that browsers drag along.
  dropcursor: false,
  link: {
    openOnClick: false,
    // It would also link what others type and what is there at opening: see TypedLinks.
    autolink: false,
    isAllowedUri: (href) => safeHref(href) !== null,
    HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
  },
};

/** What every editor and parser of a meeting is built from, without views. */
export function schemaExtensions(): AnyExtension[] {
  return [
    StarterKit.configure(KIT),
    Code.extend({ excludes: 'code' }),
    ...Object.values(blocks).flatMap((block) => [...block.nodes]),
  ];
}

export function meetingSchema(): Schema {
  return getSchema(schemaExtensions());
}
