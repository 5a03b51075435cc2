/** Above this many addresses, those that have been quiet are forgotten. */
const REMEMBERED = 10_000;
/** Looking for them means looking at all, which a flood of addresses must not cause each time. */
const FORGET_MS = 1000;

/** A token bucket an address: `rate` a second, twice that at once. */
export class RateLimit {
  readonly #rate: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  #forgotAt = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds */
  constructor(rate: number, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
  }

  /** How many addresses it knows something about. */
  get remembered(): number {
    return this.#buckets.size;
  }

  /** Whether one more is within the limit. */
  take(address: string): boolean {
    const now = this.#now();
    const bucket = this.#buckets.get(address) ?? { tokens: this.#burst, at: now };
    bucket.tokens = this.#tokensAt(bucket, now);
    bucket.at = now;
    if (this.#buckets.size >= REMEMBERED && now - this.#forgotAt >= FORGET_MS) this.#forgetFull(now);
    this.#buckets.set(address, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  }

  get #burst(): number {
    return 2 * this.#rate;
  }

  #tokensAt({ tokens, at }: { tokens: number; at: number }, now: number): number {
    return Math.min(this.#burst, tokens + ((now - at) / 1000) * this.#rate);
  }

  #forgetFull(now: number): void {
    this.#forgotAt = now;
    for (const [address, bucket] of this.#buckets) {
      if (this.#tokensAt(bucket, now) >= this.#burst) this.#buckets.delete(address);
    }
  }
}
