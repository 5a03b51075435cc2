/** Everything that a request can be refused for, with its HTTP status and title. */
const PROBLEMS = {
  'bad-request': [400, 'The request is not valid'],
  'not-signed-in': [401, 'Not signed in'],
  'not-allowed': [403, 'Not allowed'],
  'wrong-origin': [403, 'Wrong origin'],
  'not-found': [404, 'Not found'],
  finalized: [409, 'The meeting is finalized'],
  'not-finalized': [409, 'The meeting is not finalized'],
  'unowned-risks': [409, 'Some risks have no owner'],
  'no-channel': [409, 'No channel is set up'],
  'too-large': [413, 'Too large'],
  'upgrade-required': [426, 'A WebSocket is wanted here'],
  unsupported: [415, 'Unsupported kind of content'],
  'too-fast': [429, 'Too fast'],
  internal: [500, 'Something went wrong here'],
  'not-implemented': [501, 'Not available'],
  quarantined: [503, 'The meeting is damaged'],
  unavailable: [503, 'Not available right now'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemStatus = (typeof PROBLEMS)[ProblemCode][0];

/** A refusal in plain words. `detail` says what happened, what is safe and what to do next. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: string;
  /** Further members of the answer. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, detail: string, members: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.code = code;
    this.detail = detail;
    this.members = members;
  }

  get status(): ProblemStatus {
    return PROBLEMS[this.code][0];
  }

  /** The body of an `application/problem+json` answer (RFC 9457). */
  toJSON(): object {
    const [status, title] = PROBLEMS[this.code];
    return { type: `/problems/${this.code}`, title, status, detail: this.detail, ...this.members };
  }
}

export function quarantinedProblem(): Problem {
  return new Problem(
    'quarantined',
    'A part of this meeting on the disk is damaged, so it was closed; nothing of it was changed and all other ' +
      'meetings work. A facilitator can download what is still readable; the last backup may hold the rest.',
    { quarantined: true },
  );
}
