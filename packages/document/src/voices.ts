import { type MeetingVoices, NO_VOICES, type SectionVoices, VOICES, type Voice } from '@duet/domain';
import type * as Y from 'yjs';
import { placesOfEdit } from './edit-places.ts';
import { voicesMapOf } from './layout.ts';

/**
 * How much each side said in each section (M25), for the facilitators of this meeting and nobody else: no export and
 * no next meeting has it, and it is of a side, never of a person.
 *
 *   `edits {side} {heading id}`         a count, rough on purpose: of two people of a side who count at the same moment
 *                                       one may be lost
 *   `no-objection {side} {heading id}`  true
 *
 * Counting costs one small update for each thing that somebody turns to, not one a keystroke: going on in the same
 * row is the same edit. It is no part of what undo takes back, which watches the body alone.
 */
const KEY = /^(edits|no-objection) (product|engineering) (.+)$/s;

export function readVoices(doc: Y.Doc): MeetingVoices {
  const voices: Record<string, SectionVoices> = {};
  for (const [key, value] of voicesMapOf(doc)) {
    const [, what, side, section] = KEY.exec(key) ?? [];
    const voice = VOICES.find((known) => known === side);
    if (section === undefined || voice === undefined) continue;
    const known = voices[section] ?? NO_VOICES;
    const said =
      what === 'edits' ? { ...known[voice], edits: countIn(value) } : { ...known[voice], noObjection: value === true };
    voices[section] = { ...known, [voice]: said };
  }
  return voices;
}

/** Counts what is edited in this browser as the word of a side. @returns what ends it. */
export function countVoice(doc: Y.Doc, voice: Voice): () => void {
  let at: string | null = null;
  const onTransaction = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    for (const place of placesOfEdit(doc, transaction)) {
      if (place.key === at) continue;
      at = place.key;
      const section = place.section();
      if (section !== null) addEdit(doc, voice, section);
    }
  };
  doc.on('afterTransaction', onTransaction);
  return () => doc.off('afterTransaction', onTransaction);
}

function addEdit(doc: Y.Doc, voice: Voice, section: string): void {
  const map = voicesMapOf(doc);
  const key = `edits ${voice} ${section}`;
  map.set(key, countIn(map.get(key)) + 1);
}

/** [M25] A side has looked at a section and has nothing against it. */
export function sayNoObjection(doc: Y.Doc, voice: Voice, section: string): void {
  voicesMapOf(doc).set(`no-objection ${voice} ${section}`, true);
}

/** Whatever else stands there, which anybody may have written, counts as nothing. */
function countIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
