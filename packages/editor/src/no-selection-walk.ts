import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Keeps React from counting its way to the caret with each thing it draws on the page.
 *
 * Before every commit React notes the selection of the focused element, to restore it should the commit take the focus
 * away. For an editable element it walks all of its nodes up to the caret: in a long meeting milliseconds for each
 * change of a badge. React never moves the editor's elements, so there is nothing to restore. What it asks to know
 * whether an element is editable is the property `contentEditable`, which nobody else reads of the editor: the
 * attribute, and with it what browsers do, stays.
 */
export const NoSelectionWalk = Extension.create({
  name: 'noSelectionWalk',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: ({ dom }) => {
        Object.defineProperty(dom, 'contentEditable', { value: 'inherit', configurable: true });
        return { destroy: () => Reflect.deleteProperty(dom, 'contentEditable') };
      },
    }),
  ],
});
