// Runs in the thread that `render-thread.ts` starts: one export at a time, in and out as messages.
import { parentPort } from 'node:worker_threads';
import { exporters } from '@duet/export';
import type { RenderAnswer, RenderRequest } from './render-thread.ts';

parentPort?.on('message', (request: RenderRequest) => {
  void render(request);
});

async function render({ format, input }: RenderRequest): Promise<void> {
  try {
    // In memory of its own, which can be handed over: a view into a pool cannot.
    const bytes = Uint8Array.from(await exporters[format].render(input));
    answer({ bytes }, [bytes.buffer]);
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) }, []);
  }
}

function answer(message: RenderAnswer, handedOver: ArrayBuffer[]): void {
  parentPort?.postMessage(message, handedOver);
}
