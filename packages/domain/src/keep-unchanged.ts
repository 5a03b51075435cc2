/**
 * `now`, with every part that says the same as in `before` being the very part of `before`: what is computed or drawn
 * from a part need not be computed again. Both are plain data; list entries are compared by place, then by `id`.
 */
export function keepUnchanged<T>(before: T, now: T): T {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return keepList(before, now) as T;
  if (!isRecord(before) || !isRecord(now)) return now;
  const names = Object.keys(now);
  let same = names.length === Object.keys(before).length;
  const kept: Record<string, unknown> = {};
  for (const name of names) {
    kept[name] = keepUnchanged(before[name], now[name]);
    same &&= Object.is(kept[name], before[name]) && name in before;
  }
  return same ? before : (kept as T);
}

function keepList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  // A row that came in above moves all others down: they are found again by their ids.
  const moved = before.length === now.length ? null : new Map(before.map((entry) => [idOf(entry), entry]));
  const kept = now.map((entry, index) => keepUnchanged(moved?.get(idOf(entry)) ?? before[index], entry));
  return before.length === now.length && kept.every((entry, index) => Object.is(entry, before[index])) ? before : kept;
}

function idOf(entry: unknown): unknown {
  return isRecord(entry) ? entry.id : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
