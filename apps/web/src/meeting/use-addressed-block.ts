import { useEffect } from 'react';

/** The address of an entry of a meeting. */
export function blockHref(meetingId: string, blockId: string): string {
  return `/m/${meetingId}#${new URLSearchParams({ block: blockId })}`;
}

/**
 * Goes to the entry that the address names, once there is a way to. It leaves the address then: loading the page anew
 * is no wish to be taken there again.
 */
export function useAddressedBlock(onReveal: ((blockId: string) => void) | null): void {
  useEffect(() => {
    if (onReveal === null) return;
    const blockId = new URLSearchParams(location.hash.slice(1)).get('block');
    if (!blockId) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    onReveal(blockId);
  }, [onReveal]);
}
