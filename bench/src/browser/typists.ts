import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TypistOrders } from './typist-process.ts';

/** Starts people who type until they are stopped. Resolves once all are at it. */
export async function startTypists(orders: TypistOrders): Promise<() => Promise<void>> {
  const child = fork(fileURLToPath(new URL('typist-process.ts', import.meta.url)), [JSON.stringify(orders)], {
    execArgv: ['--import', 'tsx'],
  });
  const exit = once(child, 'exit');
  await Promise.race([
    once(child, 'message'),
    exit.then(([code]) => {
      throw new Error(`The typists ended with ${code} before they began.`);
    }),
  ]);
  return async () => {
    child.kill();
    await exit;
  };
}
