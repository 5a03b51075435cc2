const GAP = 6;
const MARGIN = 8;

/** Puts a popover of the top layer below its button, or above where there is no room, and inside the window. */
export function placeBelow(popover: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const at = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const wanted = align === 'start' ? at.left : at.right - width;
  const left = Math.max(MARGIN, Math.min(wanted, innerWidth - width - MARGIN));
  const below = at.bottom + GAP;
  const above = at.top - GAP - height;
  const top = below + height <= innerHeight - MARGIN || above < MARGIN ? below : above;
  Object.assign(popover.style, {
    left: `${left}px`,
    top: `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`,
  });
}
