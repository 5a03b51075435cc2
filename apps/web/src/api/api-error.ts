/** A request that did not do what was asked. `message` is a sentence for the person in front of the page. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status; 0 when the server could not be reached at all. */
  readonly status: number;
  /** Last part of the problem's `type`, such as `quarantined`; '' when it has none. */
  readonly type: string;
  /** Whatever else the problem says, such as `findings`. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, problem: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
    this.type = typeof problem.type === 'string' ? (problem.type.split('/').at(-1) ?? '') : '';
  }

  get unreachable(): boolean {
    return this.status === 0;
  }
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'That did not work. Nothing was changed. Try again in a moment.';
}
