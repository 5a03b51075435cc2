import { vi } from 'vitest';

/** Resolves when `holds` no longer throws. Patient: the machine may be busy with other tests. */
export function eventually<T>(holds: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(holds, { timeout: 15_000, interval: 10 });
}
