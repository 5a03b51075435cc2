/**
 * What this browser keeps of a meeting beside the document cache:
 *   `duet:cached:{meeting}:{person}`  there is an IndexedDB database of that name, perhaps with edits never sent
 *   `duet:late:{meeting}:{person}`    text that came after the notes were final, until its author has dismissed it
 */
export interface LocalPlace {
  readonly meetingId: string;
  readonly personId: string;
}

const name = (kind: 'cached' | 'late', { meetingId, personId }: LocalPlace): string =>
  `duet:${kind}:${meetingId}:${personId}`;

export const cacheNameOf = (place: LocalPlace): string => name('cached', place);

export function hasCache(place: LocalPlace): boolean {
  return readEntry(name('cached', place)) !== null;
}

export function markCache(place: LocalPlace, exists: boolean): void {
  writeEntry(name('cached', place), exists ? '1' : null);
}

export function lateText(place: LocalPlace): string | null {
  return readEntry(name('late', place));
}

/** Null dismisses. */
export function keepLateText(place: LocalPlace, text: string | null): void {
  writeEntry(name('late', place), text);
  for (const listener of lateListeners) listener();
}

const lateListeners = new Set<() => void>();

/** Told of changes made by this page; other tabs' come as storage events. */
export function subscribeToLateText(listener: () => void): () => void {
  lateListeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    lateListeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function readEntry(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeEntry(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is full or closed; the server's list of late changes has the text as well.
  }
}
