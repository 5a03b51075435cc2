import { safeHref } from '@duet/domain';
import { Extension } from '@tiptap/core';

/** Not Mod-K, which is the page's command menu. */
export const LINK_KEYS = 'Mod-Shift-k';

/**
 * Makes the selection a link to the address in the clipboard, or removes the link it has. An address that must
 * not stand in a link is not taken (G25).
 */
export const LinkKeys = Extension.create({
  name: 'linkKeys',
  addKeyboardShortcuts() {
    return {
      [LINK_KEYS]: () => {
        if (this.editor.isActive('link')) return this.editor.chain().extendMarkRange('link').unsetLink().run();
        if (this.editor.state.selection.empty) return false;
        navigator.clipboard?.readText().then(
          (text) => {
            const href = safeHref(text.trim());
            if (href !== null) this.editor.commands.setLink({ href });
          },
          // Reading the clipboard can be refused: then pasting over the selection makes the link.
          () => undefined,
        );
        return true;
      },
    };
  },
});
