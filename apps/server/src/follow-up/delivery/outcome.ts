/** How an attempt ended. */
export type Outcome = { readonly kind: 'sent' } | Failure;

export interface Failure {
  readonly kind: 'failed';
  /** A sentence for people, without secrets. */
  readonly reason: string;
  /** The same attempt would fail again: somebody has to change something first. */
  readonly permanent: boolean;
  /** No answer came: the recipient may have the message all the same. */
  readonly unclear: boolean;
  /** The recipient asked for this much patience, in milliseconds. */
  readonly retryAfterMs: number | null;
}

export function failure(reason: string, how: Partial<Omit<Failure, 'kind' | 'reason'>> = {}): Failure {
  return { kind: 'failed', reason, permanent: false, unclear: false, retryAfterMs: null, ...how };
}
