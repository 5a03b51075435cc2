/**
 * What the meeting page can do at a key or by name. The words and keys of each are stated here and nowhere else: the page's
 * keys, the command menu and the help are made of it.
 *
 * Keys that browsers, systems or the editor keep for themselves are not used: with ⌥ only letters that type no letter of
 * any language (⌥C is ç), no Ctrl+Shift+C or +I (developer tools), and single letters only outside the text.
 */
export const PAGE_ACTIONS = {
  commands: { words: 'Find or do anything', keys: ['Mod-k'], part: 'getting-around' },
  nextSection: { words: 'Next section', keys: ['Alt-ArrowDown'], part: 'getting-around' },
  previousSection: { words: 'Previous section', keys: ['Alt-ArrowUp'], part: 'getting-around' },
  nextRegion: { words: 'Next part of the page', keys: ['F6'], part: 'getting-around' },
  previousRegion: { words: 'The part of the page before', keys: ['Shift-F6'], part: 'getting-around' },
  attention: { words: 'Go to attention', keys: ['g a'], part: 'getting-around' },
  outline: { words: 'Go to the agenda', keys: ['g o'], part: 'getting-around' },
  page: { words: 'Go to the notes', keys: ['g p'], part: 'getting-around' },
  risks: { words: 'Go to the risks', keys: ['g r'], part: 'getting-around' },
  home: { words: 'Go home', keys: [], part: 'getting-around' },
  help: { words: 'Show the keyboard list', keys: ['?', 'Mod-/'], part: 'getting-around' },
  clock: { words: 'Start or pause the clock', keys: [], part: 'meeting' },
  nextAgendaItem: { words: 'Move the meeting to the next section', keys: [], part: 'meeting' },
  talkedThrough: { words: 'Mark the upcoming item talked through', keys: ['Alt-t'], part: 'meeting' },
  concern: { words: 'Raise a concern', keys: ['Alt-r'], part: 'meeting' },
  follow: { words: 'Follow a facilitator, or stop', keys: ['Mod-.'], part: 'meeting' },
  finalize: { words: 'Finalize the meeting', keys: ['Mod-Shift-f'], part: 'meeting' },
  share: { words: 'Share links', keys: [], part: 'meeting' },
  history: { words: 'Look at the history', keys: [], part: 'meeting' },
  kept: { words: 'Look at text kept aside', keys: [], part: 'meeting' },
  channels: { words: 'Set up where the follow-up is sent', keys: [], part: 'meeting' },
  print: { words: 'Print', keys: [], part: 'meeting' },
} as const satisfies Readonly<Record<string, PageActionSpec>>;

interface PageActionSpec {
  readonly words: string;
  readonly keys: readonly string[];
  readonly part: 'getting-around' | 'meeting';
}

export type PageActionId = keyof typeof PAGE_ACTIONS;

/** What can be done right now. One that stands still, such as finalizing for a participant, is left out. */
export type PageActions = Partial<Readonly<Record<PageActionId, PageAction>>>;

export interface PageAction {
  readonly run: () => void;
  /** Where they say more than the general ones: "Pause the clock". */
  readonly words?: string;
}

export const PAGE_ACTION_IDS = Object.keys(PAGE_ACTIONS) as readonly PageActionId[];
