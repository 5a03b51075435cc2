/** A promise that the story broke. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export function check(holds: boolean, complaint: () => string): void {
  if (!holds) throw new Broken(complaint());
}
