import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ExportFormat, ExportInput } from '@duet/export';

export interface RenderRequest {
  readonly format: ExportFormat;
  readonly input: ExportInput;
}

export type RenderAnswer = { readonly bytes: Uint8Array } | { readonly failure: string };

/** A meeting's exports are asked for within minutes of each other; then the thread's memory is of more use elsewhere. */
const IDLE_MS = 10 * 60_000;
/** A document that needs more than this to be rendered must not take the server along. */
const MEMORY_MIB = 512;

/**
 * Renders in a thread of its own, so that typing goes on meanwhile. It takes tens of megabytes: it is started by the
 * first export that somebody asks for, and ends when none was asked for in a while. One request at a time.
 */
export class RenderThread {
  #worker: Worker | null = null;
  #idle: ReturnType<typeof setTimeout> | null = null;

  /** @throws Error of the exporter, or when the thread ended; the next request starts another. */
  async render(format: ExportFormat, input: ExportInput): Promise<Uint8Array> {
    const worker = this.warm();
    const over = new AbortController();
    worker.ref();
    try {
      worker.postMessage({ format, input } satisfies RenderRequest);
      const answer = await Promise.race([answerOf(worker, over.signal), endOf(worker, over.signal)]);
      if ('failure' in answer) throw new Error(answer.failure);
      return answer.bytes;
    } finally {
      over.abort();
      worker.unref();
    }
  }

  /** Otherwise the next export waits for a thread, a compiler and fonts to be loaded. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /** Starts the thread unless it runs. */
  warm(): Worker {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#worker?.terminate(), IDLE_MS).unref();
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = newWorker();
    // Whoever waits for it hears of it; nobody else needs to.
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    worker.unref();
    return worker;
  }
}

/** When built, the thread's code lies beside this file; from sources it needs a loader, which threads do not inherit. */
function newWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MIB };
  const built = !import.meta.url.endsWith('.ts');
  const code = new URL(built ? 'render-thread-main.js' : 'render-thread-main.ts', import.meta.url);
  if (built) return new Worker(code, { resourceLimits });
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(code.href)}); })`;
  return new Worker(start, { eval: true, resourceLimits });
}

/** `once` rejects with the error when the thread has one. */
async function answerOf(worker: Worker, signal: AbortSignal): Promise<RenderAnswer> {
  const [answer] = await once(worker, 'message', { signal });
  return answer;
}

async function endOf(worker: Worker, signal: AbortSignal): Promise<never> {
  await once(worker, 'exit', { signal });
  throw new Error('The export could not be made: its thread ended. The meeting is fine; try again.');
}
