/** Who is told after a meeting (M34). */
export const AUDIENCES = ['product-team', 'engineering-leads', 'engineering'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What an audience is told: everything, or only what changes its next sprint. */
export const PACKS = ['notes', 'sprint-changes'] as const;
export type Pack = (typeof PACKS)[number];

export const PACK_OF: Readonly<Record<Audience, Pack>> = {
  'product-team': 'notes',
  'engineering-leads': 'notes',
  engineering: 'sprint-changes',
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  'product-team': 'PM team',
  'engineering-leads': 'Engineering team leads',
  engineering: 'All of engineering',
};
