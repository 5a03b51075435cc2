import { useLayoutEffect, useRef } from 'react';

/**
 * For what lies over the page and takes the focus: it goes back to who had it, in the turn in which this goes. Radix gives it
 * back a task later, when the next letters are lost already, and only to a button that it knows. Who has put the focus
 * somewhere else by then is left there.
 */
export function useFocusReturn(): void {
  const before = useRef(document.activeElement);
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        // What had the focus is gone from the page.
        const isNowhere = document.activeElement === document.body;
        if (isNowhere && before.current instanceof HTMLElement) before.current.focus();
      }),
    [],
  );
}
