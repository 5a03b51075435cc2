import { median } from '../figures.ts';
import { post, sessionCookie } from './http.ts';

const EXPORTS = ['pdf', 'docx', 'md'] as const;

/** From the request to the last byte, in milliseconds. */
export interface ExportTime {
  /** The first one after the server started. */
  readonly cold: number;
  /** The median of the others, each of another meeting: what was just rendered is remembered. */
  readonly warm: number;
}

/** The sample meeting in each format. */
export async function exportTimes(origin: string, times: number): Promise<readonly ExportTime[]> {
  const cookie = await sessionCookie(origin, 'Exporter');
  const all: ExportTime[] = [];
  for (const format of EXPORTS) {
    const taken: number[] = [];
    for (let n = 0; n <= times; n++) {
      const date = new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10);
      const made = await post(`${origin}/api/meetings`, { sample: true, date }, cookie);
      const { id } = (await made.json()) as { id: string };
      const start = performance.now();
      const response = await fetch(`${origin}/api/meetings/${id}/export.${format}`, { headers: { cookie } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`export.${format} answered ${response.status}`);
      taken.push(performance.now() - start);
    }
    const [cold = 0, ...warm] = taken;
    all.push({ cold, warm: median(warm) });
  }
  return all;
}
