import { ROLES, type Role } from '@duet/domain';
import type { MeetingKeys } from '../api/types.ts';

/**
 * The invite keys that this browser has seen, so that it can show the links again. The server keeps only hashes.
 * One localStorage entry a meeting: `duet:keys:{id}` -> {role: key}.
 */
export type KnownKeys = Partial<MeetingKeys>;

const entryOf = (id: string): string => `duet:keys:${id}`;

export function knownKeys(id: string): KnownKeys {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(entryOf(id)) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([role, key]) => ROLES.includes(role as Role) && typeof key === 'string'),
    );
  } catch {
    return {};
  }
}

export function rememberKeys(id: string, keys: KnownKeys): void {
  try {
    localStorage.setItem(entryOf(id), JSON.stringify({ ...knownKeys(id), ...keys }));
  } catch {
    // Storage is full or closed: the link still works, it just can't be shown again from here.
  }
}

export function linkOf(id: string, key: string): string {
  return `${location.origin}/m/${id}#key=${key}`;
}

export function keyInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('key') || null;
}

/** Out of the address bar and the history: a link that carries a key should not be read off a shared screen. */
export function stripKeyFromAddress(): void {
  if (location.hash.includes('key=')) history.replaceState(history.state, '', location.pathname + location.search);
}
