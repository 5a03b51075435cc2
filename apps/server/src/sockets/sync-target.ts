/** What the address of an upgrade asks for. `id` is decoded once and may be anything (G20). */
export interface SyncTarget {
  readonly id: string;
  /** `?key=` */
  readonly key: string | null;
  /** `?schema=` */
  readonly schema: string | null;
}

const PREFIX = '/sync/';

/** Null for an address that is not under `/sync/`. */
export function syncTarget(url: string): SyncTarget | null {
  const [path = '', ...query] = url.split('?');
  if (!path.startsWith(PREFIX)) return null;
  const params = new URLSearchParams(query.join('?'));
  return { id: decodedOnce(path.slice(PREFIX.length)), key: params.get('key'), schema: params.get('schema') };
}

/** What cannot be decoded is no id of ours either. */
function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
