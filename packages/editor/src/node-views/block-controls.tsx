import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { whenIdle } from '../when-idle.ts';
import type { ControlsSlot, ControlsStore } from './controls-store.ts';

/** What a tall screen shows of the start of a meeting, and what is drawn at a time after that. */
const AT_ONCE = 48;

/**
 * Draws the controls of all blocks, each into its place in the editor: when a meeting opens those at the start, so that it
 * can be read, and the others while the page is idle.
 */
export const BlockControls = memo(function BlockControls({ store }: { readonly store: ControlsStore }) {
  const slots = useSyncExternalStore(store.subscribe, store.slots);
  const [drawn, setDrawn] = useState(AT_ONCE);
  // From then on a new block has its controls at once.
  const isOpened = useRef(false);
  const isAll = isOpened.current || slots.length <= drawn;
  useEffect(() => {
    if (!isAll) return whenIdle(() => setDrawn(drawn + AT_ONCE));
    isOpened.current ||= slots.length > 0;
    return undefined;
  }, [isAll, drawn, slots.length]);
  return (isAll ? slots : slots.slice(0, drawn)).map((slot) => <Slot key={slot.key} slot={slot} />);
});

const Slot = memo(function Slot({ slot }: { readonly slot: ControlsSlot }) {
  const props = useSyncExternalStore(slot.subscribe, slot.props);
  return createPortal(<slot.Component {...props} />, slot.host);
});
