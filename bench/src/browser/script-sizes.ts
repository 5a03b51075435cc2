import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../../apps/web/dist/', import.meta.url));

interface Entry {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** Gzipped kilobytes of script: before the first paint of any page, and what opening a meeting adds. */
export function scriptSizes(): { readonly initial: number; readonly editor: number } {
  const manifest = JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, 'utf8')) as Record<string, Entry>;
  const filesOf = (names: readonly string[]): Set<string> => {
    const known = new Set(names);
    for (const name of known) for (const imported of manifest[name]?.imports ?? []) known.add(imported);
    return new Set([...known].flatMap((name) => manifest[name]?.file ?? []));
  };
  const named = (matches: (name: string, entry: Entry) => boolean): string[] =>
    Object.entries(manifest).flatMap(([name, entry]) => (matches(name, entry) ? [name] : []));
  const initial = filesOf(named((_, entry) => entry.isEntry === true));
  const editor = filesOf(named((name) => name.endsWith('meeting-room.tsx')));
  const size = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(DIST + file)).length / 1000, 0);
  return { initial: size(initial), editor: size([...editor].filter((file) => !initial.has(file))) };
}
