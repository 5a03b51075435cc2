import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Reader, syncFrame } from '../client.ts';
import { seconds } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';

export interface Ingest {
  readonly edits: number;
  /** Seconds until the last edit was acknowledged (Duet) or the server had nothing left to do (the others). */
  readonly seconds: number;
  readonly memoryMiB: number;
  readonly diskKiB: number;
  /** Milliseconds from connecting to the whole document, first after kill -9 and restart, then again. */
  readonly coldOpen: number;
  readonly warmOpen: number;
  /** The document that came back equals the one that was typed. */
  readonly whole: boolean;
}

const TRACE = fileURLToPath(new URL('../../../../shared/traces/automerge-paper.json.gz', import.meta.url));
const SYNTHETIC_EDITS = 259_778;
const SAVED = 102;

/** Single-key edits of one person as updates: the trace of a paper being written where it is there, else typing made up. */
export function keystrokes(): { updates: Uint8Array[]; text: string } {
  const doc = new Y.Doc();
  const text = doc.getText('paper');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  if (existsSync(TRACE)) {
    const { txns } = JSON.parse(gunzipSync(readFileSync(TRACE)).toString()) as {
      txns: { patches: [number, number, string][] }[];
    };
    for (const { patches } of txns) {
      for (const [position, deleted, inserted] of patches) {
        doc.transact(() => {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== '') text.insert(position, inserted);
        });
      }
    }
  } else {
    for (let n = 0; n < SYNTHETIC_EDITS; n++) {
      const away = (n * 7919) % 13 === 0;
      if (away && text.length > 100) text.delete((n * 104_729) % text.length, 1);
      else text.insert(away ? 0 : text.length, 'abcdefghij klmnop'[n % 17] ?? ' ');
    }
  }
  return { updates, text: text.toString() };
}

export async function ingest(running: RunningPeer, typed: ReturnType<typeof keystrokes>): Promise<Ingest> {
  const room = await running.open('ingest');
  const writer = await Reader.connect(room);
  const started = performance.now();
  for (const [n, update] of typed.updates.entries()) {
    writer.send(syncFrame(2, update));
    if (n % 512 === 0) while (writer.socket.bufferedAmount > 256 * 1024) await seconds(0.001);
  }
  const ended = (await saved(running, writer)) - started;
  const memoryMiB = running.memoryMiB();
  await writer.close();
  await running.end('SIGKILL');
  const diskKiB = running.diskBytes() / 1024;
  await running.start();
  const first = await open(room);
  const second = await open(room);
  return {
    edits: typed.updates.length,
    seconds: ended / 1000,
    memoryMiB,
    diskKiB,
    coldOpen: first.ms,
    warmOpen: second.ms,
    whole: first.text === typed.text,
  };
}

/** The moment at which everything sent is stored, as far as the server lets one know. */
async function saved(running: RunningPeer, writer: Reader): Promise<number> {
  if (running.peer.name === 'Duet') {
    const answered = new Promise<number>((resolve) => {
      writer.onFrame = (frame) => {
        if (frame[0] === SAVED) resolve(performance.now());
      };
    });
    writer.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, SAVED);
        encoding.writeVarUint8Array(encoder, Uint8Array.of(1));
      }),
    );
    return answered;
  }
  let busy = running.cpuMs();
  let last = performance.now();
  while (performance.now() - last < 3_000) {
    await seconds(0.1);
    const now = running.cpuMs();
    if (now - busy > 10 || writer.socket.bufferedAmount > 0) last = performance.now();
    busy = now;
  }
  return last;
}

async function open(room: Reader['room']): Promise<{ ms: number; text: string }> {
  const started = performance.now();
  const frames: Buffer[] = [];
  const reader = await Reader.connect(room);
  reader.onFrame = (frame) => frames.push(frame);
  reader.send(syncFrame(0, Uint8Array.of(0)));
  let size = 0;
  // The answer is the one large frame; its arrival is what counts, decoding it is the client's time.
  while (size < 20_000) {
    await seconds(0.002);
    size = Math.max(0, ...frames.map((frame) => frame.byteLength));
    if (performance.now() - started > 60_000) break;
  }
  const ms = performance.now() - started;
  const doc = new Y.Doc();
  for (const frame of frames) for (const update of updatesIn(frame)) Y.applyUpdate(doc, update);
  await reader.close();
  return { ms, text: doc.getText('paper').toString() };
}

/** The update of a sync frame: whatever envelope is before it, it is what follows a header of a few bytes. */
function updatesIn(frame: Buffer): Uint8Array[] {
  for (let skip = 0; skip < 24; skip++) {
    if (frame[skip] !== 0 || (frame[skip + 1] !== 1 && frame[skip + 1] !== 2)) continue;
    let length = 0;
    let shift = 0;
    let at = skip + 2;
    for (; at < frame.length; at++) {
      const byte = frame[at] ?? 0;
      length += (byte & 127) * 2 ** shift;
      shift += 7;
      if (byte < 128) break;
    }
    if (at + 1 + length === frame.length) return [frame.subarray(at + 1)];
  }
  return [];
}
