import type { Story } from './story.ts';

/** Stories that once failed, cut down to what it took: what was lost. */
export const pinned: readonly { readonly lost: string; readonly story: Story }[] = [
  {
    lost: 'a word under way when the link broke, into a place that was deleted meanwhile',
    story: {
      seed: 5,
      people: 4,
      outsider: 'no-schema',
      steps: [
        { does: 'type', who: 0, chance: 3651337073, turns: 3, pause: 0 },
        { does: 'deliver', who: 0, chance: 2476279208, turns: 3, pause: 253 },
        { does: 'press', who: 1, chance: 506006690, turns: 0, pause: 139 },
        { does: 'deliver', who: 0, chance: 3183754816, turns: 1, pause: 30 },
        { does: 'deliver', who: 1, chance: 814266018, turns: 0, pause: 190 },
        { does: 'type', who: 0, chance: 3190199942, turns: 0, pause: 0 },
        { does: 'deliver', who: 0, chance: 1896987495, turns: 3, pause: 0 },
      ],
    },
  },
  {
    lost: 'a word that came for a place whose deletion was refused, and accepted later',
    story: {
      seed: 90,
      people: 2,
      outsider: 'follower',
      steps: [
        { does: 'demote', who: 1, chance: 2829873927, turns: 3, pause: 0 },
        { does: 'command', who: 1, chance: 3090268033, turns: 0, pause: 0 },
        { does: 'type', who: 0, chance: 2028974625, turns: 1, pause: 0 },
        { does: 'deliver', who: 0, chance: 1784805900, turns: 3, pause: 16 },
        { does: 'deliver', who: 1, chance: 1658286862, turns: 1, pause: 37 },
        { does: 'deliver', who: 1, chance: 2143699014, turns: 0, pause: 0 },
      ],
    },
  },
];
