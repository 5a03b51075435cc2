/** Where the name of an entry ends and its text begins: the first colon of a line, else its first dash. */
export function joint(line: string): RegExpExecArray | null {
  return /:\s/.exec(line) ?? /\s[—–]\s/.exec(line);
}
