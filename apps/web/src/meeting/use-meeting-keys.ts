import { useEffect, useRef } from 'react';

export interface MeetingKeys {
  readonly onSection: (step: 1 | -1) => void;
  readonly onHelp: () => void;
  readonly onFollow: () => void;
  readonly onFinalize: () => void;
  readonly onRaise: () => void;
}

/** Regions in the order of the tab: F6 goes round. */
const REGIONS = ['.page', '.rail', '.outline', '.topbar'];

/** The keys of the page around the editor. They work from within the text too, except `?`, which is a letter there. */
export function useMeetingKeys(keys: MeetingKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      const action = actionOf(event, latest.current);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    // Before the editor, which gives Alt+arrows to the caret.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function actionOf(event: KeyboardEvent, keys: MeetingKeys): (() => void) | null {
  const { key, altKey, shiftKey } = event;
  const mod = event.metaKey || event.ctrlKey;
  if (key === 'F6' && !mod && !altKey) return () => goToRegion(shiftKey ? -1 : 1);
  if (altKey && !mod && !shiftKey && key === 'ArrowDown') return () => keys.onSection(1);
  if (altKey && !mod && !shiftKey && key === 'ArrowUp') return () => keys.onSection(-1);
  if (mod && !altKey && !shiftKey && key === '.') return keys.onFollow;
  // By its place on the keyboard: with Option a Mac types another letter there.
  if (altKey && !mod && !shiftKey && event.code === 'KeyR') return keys.onRaise;
  if (mod && !altKey && shiftKey && key.toLowerCase() === 'f') return keys.onFinalize;
  if (key === '?' && !mod && !altKey && !isTyping(event.target)) return keys.onHelp;
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}

function goToRegion(step: 1 | -1): void {
  const regions = REGIONS.flatMap((selector) => {
    const region = document.querySelector<HTMLElement>(selector);
    return region?.checkVisibility() ? [region] : [];
  });
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  const first = next?.matches('.page') ? next : next?.querySelector<HTMLElement>('a, button, input, textarea');
  (first ?? next)?.focus();
}
