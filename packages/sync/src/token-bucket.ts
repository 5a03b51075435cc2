/** Allows `rate` tokens a second on average and twice that at once. */
export class TokenBucket {
  readonly #rate: number;
  #tokens: number;
  #at: number;

  /** @param now milliseconds of any steady clock, as in `take`. */
  constructor(rate: number, now: number) {
    this.#rate = rate;
    this.#tokens = 2 * rate;
    this.#at = now;
  }

  /** @returns false when the bucket does not hold `count` tokens; then it keeps what it has. */
  take(count: number, now: number): boolean {
    this.#tokens = Math.min(2 * this.#rate, this.#tokens + ((now - this.#at) / 1000) * this.#rate);
    this.#at = now;
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }
}
