/** The parts of the page, in the order that Tab goes through them. */
const REGIONS = { page: '.page', attention: '.rail', outline: '.outline', topbar: '.topbar' } as const;

/** Puts the focus into a part. False where it is folded away. */
export function goToRegion(name: keyof typeof REGIONS): boolean {
  const region = shown(REGIONS[name]);
  if (region === null) return false;
  enter(region);
  return true;
}

/** Goes round the parts that are shown. */
export function goRound(step: 1 | -1): void {
  const regions = Object.values(REGIONS).flatMap((selector) => shown(selector) ?? []);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + (at < 0 && step < 0 ? 0 : step) + regions.length) % regions.length];
  if (next) enter(next);
}

function shown(selector: string): HTMLElement | null {
  const region = document.querySelector<HTMLElement>(`.app > ${selector}`);
  return region?.checkVisibility() ? region : null;
}

/** The page itself takes the focus, so that its keys and scrolling work at once; of the others their first control. */
function enter(region: HTMLElement): void {
  const first = region.matches('[tabindex]') ? region : region.querySelector<HTMLElement>('a, button, input, textarea');
  first?.focus();
}
