import type { Verdict } from '@duet/storage';
import type { ControlAddress } from './control-file.ts';
import type { ImportedMeeting, Maintenance } from './maintenance.ts';

/** Commands a running server. Null when none answers at the address. */
export async function connectControl({ url, token }: ControlAddress): Promise<Maintenance | null> {
  const headers = { Authorization: `Bearer ${token}` };
  const ask = async (path: string, method: 'GET' | 'POST', body?: object): Promise<Response> => {
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (response.ok) return response;
    const problem = (await response.json()) as { detail?: string };
    throw new Error(problem.detail ?? `The server answered ${response.status}.`);
  };
  const alive = await ask('/ping', 'GET').catch(() => null);
  if (alive === null) return null;
  return {
    async *backup() {
      yield* chunksOf(await ask('/backup', 'POST'));
    },
    async *verify() {
      yield* linesOf<Verdict>(await ask('/verify', 'POST'));
    },
    async *compact(document) {
      const query = document === null ? '' : `?${new URLSearchParams({ document })}`;
      yield* linesOf<string>(await ask(`/compact${query}`, 'POST'));
    },
    async export(meeting, format) {
      const response = await ask(`/export?${new URLSearchParams({ meeting, format })}`, 'GET');
      return new Uint8Array(await response.arrayBuffer());
    },
    async import(source) {
      return (await (await ask('/import', 'POST', source)).json()) as ImportedMeeting;
    },
    async close() {},
  };
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body) for await (const chunk of response.body) yield chunk as Uint8Array;
}

/** @throws what the server reported in its last line. */
async function* linesOf<T>(response: Response): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(response)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const parsed = JSON.parse(line) as { value: T } | { error: string };
      if ('error' in parsed) throw new Error(parsed.error);
      yield parsed.value;
    }
  }
}
