import type { MeetingEditorHandle } from '@duet/editor';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Present } from '../../people/presence.ts';
import { FollowSteps } from './follow-steps.ts';

export interface Follow {
  /** Whom this person follows, while that person is here. */
  readonly leader: Present | null;
  /** True after scrolling or going elsewhere by hand: the leader's place is told, not gone to. */
  readonly paused: boolean;
  readonly start: (personId: string) => void;
  readonly stop: () => void;
  /** They go somewhere themselves. */
  readonly pause: () => void;
  readonly resume: () => void;
}

const HANDS = ['wheel', 'touchmove'] as const;
const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

/**
 * Follow mode (M22): what stands at the top of the leader's page is brought to the top of this one, and their caret, as long as
 * they have it in sight, stays in sight here.
 */
export function useFollow(
  page: RefObject<HTMLElement | null>,
  editor: MeetingEditorHandle | null,
  awareness: Awareness,
  people: readonly Present[],
): Follow {
  const [leaderId, setLeaderId] = useState<string | null>(null);
  const [paused, setPaused] = useState(false);
  const pause = useCallback(() => setPaused(true), []);
  const leader = people.find((person) => leaderId !== null && person.ids.includes(leaderId) && !person.isMe) ?? null;
  const blockId = leader?.place?.blockId ?? null;
  const offset = leader?.place?.offset ?? 0;
  const seesCaret = leader?.place?.seesCaret ?? false;
  // A leader who goes from the text to a chip in it is where they were.
  const latestSeesCaret = useRef(seesCaret);
  latestSeesCaret.current = seesCaret;

  useEffect(() => {
    awareness.setLocalStateField('following', leaderId);
  }, [awareness, leaderId]);

  const steps = useMemo(
    () => (editor === null || leaderId === null || paused ? null : new FollowSteps(editor)),
    [editor, leaderId, paused],
  );
  useEffect(() => {
    if (steps === null) return;
    const onChange = ({ updated }: { readonly updated: readonly number[] }): void => {
      const isLeader = updated.some((client) => awareness.getStates().get(client)?.user?.id === leaderId);
      if (isLeader && latestSeesCaret.current) steps.keepUpWithCaret();
    };
    awareness.on('change', onChange);
    return () => {
      awareness.off('change', onChange);
      steps.stop();
    };
  }, [steps, awareness, leaderId]);
  useEffect(() => {
    if (blockId !== null) steps?.goTo({ blockId, offset, seesCaret: latestSeesCaret.current });
  }, [steps, blockId, offset]);
  // They may have had it in sight before they said so.
  useEffect(() => {
    if (seesCaret) steps?.keepUpWithCaret();
  }, [steps, seesCaret]);

  useEffect(() => {
    const element = page.current;
    if (leaderId === null || element === null) return;
    const pauseOnKey = (event: KeyboardEvent): void => {
      if (SCROLL_KEYS.has(event.key)) pause();
    };
    for (const hand of HANDS) element.addEventListener(hand, pause, { passive: true });
    element.addEventListener('keydown', pauseOnKey);
    return () => {
      for (const hand of HANDS) element.removeEventListener(hand, pause);
      element.removeEventListener('keydown', pauseOnKey);
    };
  }, [page, leaderId, pause]);

  const follow = (id: string | null): void => {
    setLeaderId(id);
    setPaused(false);
  };
  return { leader, paused, start: follow, stop: () => follow(null), pause, resume: () => setPaused(false) };
}
