import { median } from '../figures.ts';
import { post, sessionCookie } from './http.ts';

export const EXPORTS = ['pdf', 'docx', 'md'] as const;

/** Milliseconds from the request to the last byte of each export of the sample meeting: the median, the first one left out. */
export async function exportTimes(origin: string, times: number): Promise<readonly number[]> {
  const cookie = await sessionCookie(origin, 'Exporter');
  const { id } = (await (await post(`${origin}/api/meetings`, { sample: true }, cookie)).json()) as { id: string };
  const medians: number[] = [];
  for (const format of EXPORTS) {
    const taken: number[] = [];
    for (let n = 0; n <= times; n++) {
      const start = performance.now();
      const response = await fetch(`${origin}/api/meetings/${id}/export.${format}`, { headers: { cookie } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`export.${format} answered ${response.status}`);
      taken.push(performance.now() - start);
    }
    medians.push(median(taken.slice(1)));
  }
  return medians;
}
