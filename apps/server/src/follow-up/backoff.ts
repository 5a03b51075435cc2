const FIRST_MS = 20_000;
const LONGEST_MS = 15 * 60_000;

/** From the moment that somebody asked for a delivery until nobody tries any more. */
export const GIVE_UP_AFTER_MS = 6 * 3_600_000;

/**
 * How long to wait after a failed attempt: twice as long each time, up to a quarter of an hour, and anything from half
 * of that to all of it, so that what failed together does not come back together.
 * @param attempts how many were made, from 1
 * @param random 0 to 1
 */
export function waitAfter(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, attempts - 1));
  return Math.round(whole * (0.5 + random / 2));
}
