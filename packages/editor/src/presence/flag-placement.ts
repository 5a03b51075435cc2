/** Where a caret's name stands: none of these ever covers text. */
export type FlagPlace = 'right' | 'below' | 'below-end' | 'above';

export interface FlagSurroundings {
  /** Whether any text follows the caret on its line. */
  readonly textFollows: boolean;
  /** Whether the caret is on the last line of its text. */
  readonly onLastLine: boolean;
  /** Pixels from the caret to the right and left edge of the text's box. */
  readonly roomRight: number;
  readonly roomLeft: number;
  /** Free pixels below the line, down to the next text. */
  readonly roomBelow: number;
  readonly flagWidth: number;
}

const GAP = 5;
const FLAG_HEIGHT = 16;

/**
 * Right of the caret where the line ends there, else below a last line, to whichever side has room. Above is what is
 * left: there it stands over a line of text, so it shrinks to a dot when its owner pauses.
 */
export function placeFlag(around: FlagSurroundings): FlagPlace {
  if (!around.textFollows && around.roomRight >= around.flagWidth + GAP) return 'right';
  if (around.onLastLine && around.roomBelow >= FLAG_HEIGHT) {
    if (around.roomRight >= around.flagWidth) return 'below';
    if (around.roomLeft >= around.flagWidth) return 'below-end';
  }
  return 'above';
}
