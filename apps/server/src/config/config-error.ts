const LONGEST_SHOWN = 80;

/** A wrong variable in one line: its name, its value, what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(variable: string, value: string, allowed: string) {
    const shown = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
    super(`${variable} is ${JSON.stringify(shown)}, but must be ${allowed}.`);
  }
}
