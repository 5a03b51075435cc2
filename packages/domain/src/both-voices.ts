import type { Voice } from './people.ts';

/** What one side has said in a section so far. Counts of a side, never of a person. */
export interface SideVoice {
  readonly edits: number;
  /** The side looked at the section and has nothing against it. */
  readonly noObjection: boolean;
}

/** What both sides have said in one section. */
export type SectionVoices = Readonly<Record<Voice, SideVoice>>;

/** By the ids of the section headings; a section that nobody touched is absent. */
export type MeetingVoices = Readonly<Record<string, SectionVoices>>;

const NOTHING: SideVoice = { edits: 0, noObjection: false };
export const NO_VOICES: SectionVoices = { product: NOTHING, engineering: NOTHING };

/** [M25] The side that has said nothing where the other one wrote; null where both spoke, or neither. */
export function silentSide(voices: SectionVoices): Voice | null {
  if (isSilent(voices.engineering) && voices.product.edits > 0) return 'engineering';
  return isSilent(voices.product) && voices.engineering.edits > 0 ? 'product' : null;
}

/** A word that there is no objection is a word. */
function isSilent({ edits, noObjection }: SideVoice): boolean {
  return edits === 0 && !noObjection;
}

const SIDE_NAMES: Readonly<Record<Voice, string>> = { product: 'Product', engineering: 'Engineering' };

/** "Engineering: nothing yet", or null where nobody is missing. */
export function silenceInWords(voices: SectionVoices): string | null {
  const silent = silentSide(voices);
  return silent && `${SIDE_NAMES[silent]}: nothing yet`;
}
