// Two copies of yjs or of a ProseMirror package break `instanceof` in each other's hands, silently. The lockfile
// says how many there are.
import { readFileSync } from 'node:fs';
import { root } from './install.mjs';

const ONCE = /^ {2}'?((?:yjs|y-protocols|lib0|prosemirror-(?:model|state|view|transform)|@tiptap\/core))@([^:'(]+)'?:$/;

/** One sentence for each package of which the lockfile holds more than one version. */
export function copiesOfYjs() {
  const versions = new Map();
  const lock = readFileSync(`${root}pnpm-lock.yaml`, 'utf8');
  const packages = lock.slice(lock.indexOf('\npackages:'), lock.indexOf('\nsnapshots:'));
  for (const line of packages.split('\n')) {
    const [, name, version] = ONCE.exec(line) ?? [];
    if (name) versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  if (!versions.has('yjs')) return ['The lockfile names no yjs: this check reads it wrongly.'];
  return [...versions]
    .filter(([, found]) => found.length > 1)
    .map(
      ([name, found]) =>
        `${name} is installed in ${found.length} versions: ${found.join(', ')}. Pin one in pnpm-workspace.yaml.`,
    );
}
