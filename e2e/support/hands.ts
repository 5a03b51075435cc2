import type { Page } from '@playwright/test';

/** A key in Playwright's notation (`Mod` for ⌘ or Ctrl), or letters. */
export type Stroke = { readonly press: string } | { readonly type: string };

/**
 * The keys of hands that are faster than the page. On a slow machine keys wait in a queue, which the browser empties before
 * any timer or frame. So all of them come in one task here, and what is there for a key is only what the page did in the
 * turn of the one before.
 */
export function atOnce(page: Page, ...strokes: readonly Stroke[]): Promise<void> {
  return page.evaluate(async (all) => {
    const isApple = /Mac|iP(hone|[oa]d)/.test(navigator.platform);
    /** What a page can do before the next key of the queue. */
    const turn = async (): Promise<void> => {
      for (let microtask = 0; microtask < 20; microtask++) await undefined;
    };
    const keydown = (key: string, modifiers: KeyboardEventInit = {}): boolean => {
      const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
      const event = new KeyboardEvent('keydown', { key, code, ...modifiers, bubbles: true, cancelable: true });
      return (document.activeElement ?? document.body).dispatchEvent(event);
    };
    for (const stroke of all) {
      if ('press' in stroke) {
        const parts = stroke.press.split('+');
        const key = parts.pop() ?? '';
        const goesOn = keydown(key, {
          altKey: parts.includes('Alt'),
          shiftKey: parts.includes('Shift'),
          ctrlKey: parts.includes('Mod') && !isApple,
          metaKey: parts.includes('Mod') && isApple,
        });
        const { activeElement } = document;
        if (goesOn && key === 'Enter' && activeElement instanceof HTMLButtonElement) activeElement.click();
        await turn();
      } else {
        for (const letter of stroke.type) {
          // It would write at what is selected, whatever has the focus.
          const mayWrite = document.activeElement?.matches('input, textarea, [contenteditable=true]');
          if (keydown(letter) && mayWrite) document.execCommand('insertText', false, letter);
          await turn();
        }
      }
    }
  }, strokes);
}
