import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Kilobytes of gzipped JavaScript: before the first paint, for opening a meeting, and for anything else loaded later. */
const BUDGET = { initial: 110, editor: 220, other: 90 } as const;
const EDITOR_ENTRY = 'meeting-room.tsx';

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly isDynamicEntry: boolean;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** Fails the build when a page would load more script than it may. A chunk is charged only for what is new with it. */
export function bundleBudget(): Plugin {
  return {
    name: 'duet-bundle-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const output of Object.values(bundle)) if (output.type === 'chunk') chunks.set(output.fileName, output);
      const initial = closure(chunks, (chunk) => chunk.isEntry);
      const editor = closure(chunks, (chunk) => chunk.facadeModuleId?.endsWith(EDITOR_ENTRY) === true);
      const later = [...chunks.values()].filter((chunk) => chunk.isDynamicEntry && !editor.has(chunk));
      const atHome = new Set([...initial].flatMap(({ dynamicImports }) => dynamicImports));
      const charges = [
        charge('initial', initial, BUDGET.initial),
        charge('editor', without(editor, initial), BUDGET.editor),
        ...later.map((entry) => {
          // What the home page opens may come without a meeting having been opened before.
          const known = atHome.has(entry.fileName) ? initial : new Set([...initial, ...editor]);
          const own = closure(chunks, (chunk) => chunk === entry);
          return charge(entry.fileName, without(own, known), BUDGET.other);
        }),
      ];
      const told = charges.map(({ name, size, limit }) => `${name} ${size.toFixed(1)} of ${limit} kB`).join(', ');
      if (charges.some(({ size, limit }) => size > limit)) this.error(`Too much script (gzip): ${told}.`);
      this.info(`Script (gzip): ${told}.`);
    },
  };
}

/** The chunks that match, and all that they import statically. */
function closure(chunks: ReadonlyMap<string, Chunk>, matches: (chunk: Chunk) => boolean): ReadonlySet<Chunk> {
  const found = new Set<Chunk>([...chunks.values()].filter(matches));
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported) found.add(imported);
    }
  }
  return found;
}

function without(chunks: ReadonlySet<Chunk>, others: ReadonlySet<Chunk>): ReadonlySet<Chunk> {
  return new Set([...chunks].filter((chunk) => !others.has(chunk)));
}

function charge(name: string, chunks: Iterable<Chunk>, limit: number): { name: string; size: number; limit: number } {
  let bytes = 0;
  for (const chunk of chunks) bytes += gzipSync(chunk.code).length;
  return { name, size: bytes / 1000, limit };
}
