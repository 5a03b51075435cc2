import { median } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';

const FORMATS = ['pdf', 'docx', 'md'] as const;
type Format = (typeof FORMATS)[number];

export interface ExportTime {
  readonly format: Format;
  /** The first one after the server started, in milliseconds. */
  readonly cold: number;
  /** The median of later ones, each of another meeting: the same one would be remembered. */
  readonly warm: number;
}

const WARM_ROUNDS = 5;

/** The sample meeting in the formats that people wait for, over HTTP. */
export async function exportTimes(running: RunningPeer): Promise<readonly ExportTime[]> {
  const origin = new URL((await running.open('exports')).url).origin.replace('ws:', 'http:');
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Bench', side: 'product' }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const times: ExportTime[] = [];
  for (const format of FORMATS) {
    const [cold = 0, ...warm] = await rounds(origin, cookie, format);
    times.push({ format, cold, warm: median(warm) });
  }
  return times;
}

async function rounds(origin: string, cookie: string, format: Format): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n <= WARM_ROUNDS; n++) {
    const made = await fetch(`${origin}/api/meetings`, {
      method: 'POST',
      headers: { cookie },
      body: JSON.stringify({ sample: true, date: `2026-03-${String(10 + n)}` }),
    });
    const { id } = (await made.json()) as { id: string };
    const start = performance.now();
    const answer = await fetch(`${origin}/api/meetings/${id}/export.${format}`, { headers: { cookie } });
    await answer.arrayBuffer();
    taken.push(performance.now() - start);
    if (!answer.ok) throw new Error(`export.${format} answered ${answer.status}`);
  }
  return taken;
}
