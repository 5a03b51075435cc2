import type { FlagSurroundings } from './flag-placement.ts';

/** The text that a caret stands in: a cell, a line, a heading. */
export function textAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('.cell__text, .cell, .text__body, .lead, h2') ?? null;
}

/** What a name beside a caret must not cover. `after` is the text behind the caret, `at` the box of the caret. */
export function aroundCaret(
  text: HTMLElement,
  at: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  after: Range,
  flag: Element | null,
): FlagSurroundings {
  const box = text.getBoundingClientRect();
  const lines = [...after.getClientRects()].filter(({ width }) => width > 0);
  return {
    textFollows: lines.some(({ top, bottom }) => top < at.bottom - 2 && bottom > at.top + 2),
    onLastLine: !lines.some(({ top }) => top >= at.bottom - 2),
    roomRight: box.right - at.right,
    roomLeft: at.left - box.left,
    roomBelow: roomBelow(text, at.bottom),
    flagWidth: flag?.getBoundingClientRect().width ?? 0,
  };
}

/** Down to the next block of prose; rows and cards have padding enough of their own. */
function roomBelow(text: HTMLElement, bottom: number): number {
  const next = text.closest('.text, .constraint')?.nextElementSibling;
  return next ? next.getBoundingClientRect().top - bottom : Number.POSITIVE_INFINITY;
}
