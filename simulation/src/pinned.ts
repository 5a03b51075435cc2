import type { Story } from './story.ts';

/** Stories that once failed, cut down to what it took, and the promise they broke. */
export const pinned: readonly { readonly broke: string; readonly story: Story }[] = [];
