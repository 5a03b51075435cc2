const OF_EVERY_ENTRY: readonly string[] = ['id', 'carried', 'since'];

/**
 * Whether somebody wrote or set anything in an entry, against a new one of its kind. The row that Enter leaves
 * at the end of a table is not: it is no fact of the meeting.
 */
export function isSaid<B extends object>(entry: B, blank: NoInfer<B>): boolean {
  const unsaid = new Map<string, unknown>(Object.entries(blank));
  return Object.entries(entry).some(([name, value]: [string, unknown]) => {
    if (OF_EVERY_ENTRY.includes(name)) return false;
    return Array.isArray(value) ? value.length > 0 : value !== unsaid.get(name);
  });
}
