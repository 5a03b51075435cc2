/** What the names of elements mean to the reader of HTML. Those of Confluence's storage format are among them. */

/** Nothing in them is visible. */
export const INVISIBLE: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
  'ac:task-id',
  'ac:task-uuid',
  'ac:placeholder',
  // Repeats the content of the node beside it, for readers that don't know the node.
  'ac:adf-fallback',
]);

/** What stands in a line with its neighbours; everything else begins and ends a block. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meta link o:p q ruby rt s samp ' +
    'small span strike strong sub sup time tt u var wbr g-emoji ' +
    'ac:link ac:link-body ac:plain-text-link-body ac:emoticon ac:inline-comment-marker ac:parameter ac:image ' +
    'ac:adf-attribute ac:adf-content ri:user ri:page ri:attachment ri:url'
  ).split(' '),
);

export const ITEMS: ReadonlySet<string> = new Set(['li', 'ac:task']);

/** Confluence's names for the signs that people put before a status. */
export const EMOTICONS: Readonly<Record<string, string>> = {
  tick: '✅',
  cross: '❌',
  warning: '⚠️',
  'green-star': '🟢',
  'yellow-star': '🟡',
  'red-star': '🔴',
};
