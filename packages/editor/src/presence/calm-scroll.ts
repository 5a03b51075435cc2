import { scrollerOf, topOf } from './page-place.ts';

const DURATION_MS = 240;
/** Free space above what is scrolled to, unless the place says more. */
const MARGIN = 16;

let running = 0;

/** How far the page has to scroll until `target`, `offset` pixels into it (negative: with as much above it), stands at the top. */
export function distanceTo(target: HTMLElement, offset = -MARGIN): number {
  return target.getBoundingClientRect().top - topOf(scrollerOf(target)) + offset;
}

/** Scrolls the page so that `target` stands at the top. */
export function scrollCalmlyTo(target: HTMLElement): void {
  scrollCalmlyBy(target, distanceTo(target));
}

/**
 * Scrolls the page around `within` by so many pixels: 240 ms, slow at both ends, a jump for those who want no motion. A second
 * call takes over from one that still runs.
 */
export function scrollCalmlyBy(within: HTMLElement, distance: number): void {
  const scroller = scrollerOf(within);
  const element = scroller instanceof HTMLElement ? scroller : document.documentElement;
  const from = element.scrollTop;
  const to = Math.max(0, from + distance);
  const mine = ++running;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(to - from) < 2) {
    element.scrollTop = to;
    return;
  }
  const start = performance.now();
  const step = (now: number): void => {
    if (mine !== running) return;
    const passed = Math.min(1, Math.max(0, (now - start) / DURATION_MS));
    element.scrollTop = from + (to - from) * eased(passed);
    if (passed < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function eased(t: number): number {
  return t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2;
}
