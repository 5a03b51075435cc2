/** What is read of the manifest that Vite writes beside the page. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const EDITOR = 'meeting-room.tsx';

/**
 * The `Link` header of a meeting's address. The page asks for the editor only once its own script runs; told so with
 * the first answer, the browser fetches both at the same time.
 * @param manifest Vite's `.vite/manifest.json`; null when there is none.
 * @returns null when there is nothing to tell.
 */
export function meetingPreloads(manifest: string | null): string | null {
  if (manifest === null) return null;
  const chunks = new Map(Object.entries(JSON.parse(manifest) as Record<string, Chunk>));
  const here = closure(chunks, (_, chunk) => chunk.isEntry === true);
  const editor = closure(chunks, (name) => name.endsWith(EDITOR));
  const links = [...editor]
    .filter((chunk) => !here.has(chunk))
    .flatMap(({ file, css = [] }) => [
      `</${file}>; rel=modulepreload`,
      // Vite asks for styles as other sites' pages would: a preload has to match that, or it is fetched twice.
      ...css.map((style) => `</${style}>; rel=preload; as=style; crossorigin`),
    ]);
  return links.length === 0 ? null : links.join(', ');
}

/** The chunks that match, and all that they import statically. */
function closure(
  chunks: ReadonlyMap<string, Chunk>,
  matches: (name: string, chunk: Chunk) => boolean,
): ReadonlySet<Chunk> {
  const found = new Set([...chunks].flatMap(([name, chunk]) => (matches(name, chunk) ? [chunk] : [])));
  for (const chunk of found) {
    for (const name of chunk.imports ?? []) {
      const imported = chunks.get(name);
      if (imported) found.add(imported);
    }
  }
  return found;
}
