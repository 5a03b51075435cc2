import type { MeetingEditorHandle } from '@duet/editor';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Present } from '../../people/presence.ts';

export interface Follow {
  /** Whom this person follows, while that person is here. */
  readonly leader: Present | null;
  /** True after scrolling by hand: the leader's place is told, not gone to. */
  readonly paused: boolean;
  readonly start: (personId: string) => void;
  readonly stop: () => void;
  readonly resume: () => void;
}

/** Fast leaders are followed in steps, so that reading stays possible. */
const STEP_MS = 600;
const HANDS = ['wheel', 'touchmove'] as const;
const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

/** Follow mode (M22): what stands at the top of the leader's page is brought to the top of this one. */
export function useFollow(
  page: RefObject<HTMLElement | null>,
  editor: MeetingEditorHandle | null,
  awareness: Awareness,
  people: readonly Present[],
): Follow {
  const [leaderId, setLeaderId] = useState<string | null>(null);
  const [paused, setPaused] = useState(false);
  const lastStep = useRef(0);
  const leader = people.find((person) => leaderId !== null && person.ids.includes(leaderId) && !person.isMe) ?? null;
  const blockId = leader?.place?.blockId ?? null;
  const offset = leader?.place?.offset ?? 0;

  useEffect(() => {
    awareness.setLocalStateField('following', leaderId);
  }, [awareness, leaderId]);

  useEffect(() => {
    if (editor === null || blockId === null || paused) return;
    const go = (): void => {
      lastStep.current = performance.now();
      editor.show({ blockId, offset });
    };
    const timer = setTimeout(go, Math.max(0, lastStep.current + STEP_MS - performance.now()));
    return () => clearTimeout(timer);
  }, [editor, blockId, offset, paused]);

  useEffect(() => {
    const element = page.current;
    if (leaderId === null || element === null) return;
    const pause = (): void => setPaused(true);
    const pauseOnKey = (event: KeyboardEvent): void => {
      if (SCROLL_KEYS.has(event.key)) pause();
    };
    for (const hand of HANDS) element.addEventListener(hand, pause, { passive: true });
    element.addEventListener('keydown', pauseOnKey);
    return () => {
      for (const hand of HANDS) element.removeEventListener(hand, pause);
      element.removeEventListener('keydown', pauseOnKey);
    };
  }, [page, leaderId]);

  const follow = (id: string | null): void => {
    setLeaderId(id);
    setPaused(false);
  };
  return { leader, paused, start: follow, stop: () => follow(null), resume: () => setPaused(false) };
}
