import type { Voice } from '@duet/domain';
import { voiceShort, voiceTone } from '../people/person-words.ts';

interface OpenerProps {
  readonly voice: Voice;
  /** Without the wash, for dense rows. */
  readonly bare?: boolean;
}

export function Opener({ voice, bare = false }: OpenerProps) {
  return (
    <span className={`opener opener--${voiceTone(voice)}${bare ? ' opener--bare' : ''}`}>{voiceShort(voice)}</span>
  );
}
