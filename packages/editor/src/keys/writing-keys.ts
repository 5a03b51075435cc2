import { ENTRY_KEYS, SELECT_KEYS } from '@duet/blocks';
import { LEAVE_KEYS } from './leave-keys.ts';
import { LINK_KEYS } from './link-keys.ts';

/** What the keys do within the notes, for whoever asks. */
export const WRITING_KEYS: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ['/'], words: 'Insert a block' },
  { keys: ['@'], words: 'Name a person' },
  { keys: ['Tab'], words: 'Next cell or chip; after the last one a new row' },
  { keys: ['Shift-Tab'], words: 'The cell or chip before' },
  { keys: ['Enter'], words: 'Next row' },
  { keys: ['Shift-Enter'], words: 'New line in the same cell' },
  { keys: [ENTRY_KEYS.toggleDone], words: 'Tick off a check or an action; take up an offered one' },
  { keys: [ENTRY_KEYS.moveUp], words: 'Move the row or block up' },
  { keys: [ENTRY_KEYS.moveDown], words: 'Move the row or block down' },
  { keys: [SELECT_KEYS], words: 'Select the text of the cell; once more everything' },
  { keys: [LEAVE_KEYS], words: 'Leave the cell; once more leaves the notes' },
  { keys: [LINK_KEYS], words: 'Make the selection a link to what you copied' },
  { keys: ['Mod-z'], words: 'Undo your own last edit' },
];
