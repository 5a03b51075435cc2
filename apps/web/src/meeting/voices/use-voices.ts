import { countVoice, readVoices, voicesMapOf } from '@duet/document';
import { type MeetingVoices, type Side, VOICES } from '@duet/domain';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/** What each side has said in each section (M25). */
export function useVoices(doc: Y.Doc): MeetingVoices {
  const latest = useRef<{ doc: Y.Doc; voices: MeetingVoices } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      const map = voicesMapOf(doc);
      const onChange = (): void => {
        latest.current = { doc, voices: readVoices(doc) };
        listener();
      };
      map.observe(onChange);
      return () => map.unobserve(onChange);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => {
    if (latest.current?.doc !== doc) latest.current = { doc, voices: readVoices(doc) };
    return latest.current.voices;
  });
}

/** What is edited here counts as the word of this person's side, if they speak for one. */
export function useOwnVoice(doc: Y.Doc, side: Side, mayWrite: boolean): void {
  useEffect(() => {
    const voice = VOICES.find((known) => known === side);
    return mayWrite && voice !== undefined ? countVoice(doc, voice) : undefined;
  }, [doc, side, mayWrite]);
}
