import type { Story } from './story.ts';

/** Stories that once failed, cut down to what it took: what was lost. */
export const pinned: readonly { readonly lost: string; readonly story: Story }[] = [
  {
    lost: 'a word under way when the link broke, into a place that was deleted meanwhile',
    story: {
      seed: 5,
      people: 4,
      stock: 0,
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
      stock: 0,
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
  {
    lost: 'a word that nobody saw, named by the state of a page whose deletion was refused until then',
    story: {
      seed: 20005,
      people: 3,
      stock: 0,
      outsider: 'no-schema',
      steps: [
        { does: 'type', who: 0, chance: 3172343602, turns: 2, pause: 0 },
        { does: 'deleteSelection', who: 1, chance: 181803729, turns: 1, pause: 0 },
        { does: 'demote', who: 1, chance: 2370814776, turns: 0, pause: 0 },
        { does: 'deliver', who: 0, chance: 691637571, turns: 2, pause: 221 },
        { does: 'deliver', who: 0, chance: 250502854, turns: 1, pause: 0 },
        { does: 'deliver', who: 1, chance: 1359808261, turns: 3, pause: 0 },
        { does: 'crash', who: 2, chance: 1226244947, turns: 0, pause: 0 },
        { does: 'deliver', who: 0, chance: 1150842588, turns: 2, pause: 311 },
        { does: 'deliver', who: 1, chance: 3812876952, turns: 1, pause: 231 },
        { does: 'deliver', who: 1, chance: 1009591835, turns: 0, pause: 186 },
        { does: 'command', who: 1, chance: 2714244303, turns: 1, pause: 0 },
        { does: 'promote', who: 1, chance: 2672827186, turns: 3, pause: 0 },
        { does: 'deliver', who: 1, chance: 835368410, turns: 3, pause: 246 },
      ],
    },
  },
];
