import { memo, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { ControlsSlot, ControlsStore } from './controls-store.ts';

/** Draws the controls of all blocks, each into its place in the editor. */
export const BlockControls = memo(function BlockControls({ store }: { readonly store: ControlsStore }) {
  const slots = useSyncExternalStore(store.subscribe, store.slots);
  return slots.map((slot) => <Slot key={slot.key} slot={slot} />);
});

const Slot = memo(function Slot({ slot }: { readonly slot: ControlsSlot }) {
  const props = useSyncExternalStore(slot.subscribe, slot.props);
  return createPortal(<slot.Component {...props} />, slot.host);
});
