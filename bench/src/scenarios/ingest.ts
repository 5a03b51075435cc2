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
  /** Until the last edit was acknowledged (Duet) or the server had nothing left to do (the others). */
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
export const EDITS = 259_778;
const SAVED = 102;
/** A server that used no processor for so long has nothing left to do. */
const QUIET_MS = 3_000;
const PATIENCE_MS = 60_000;

interface Typed {
  readonly updates: readonly Uint8Array[];
  readonly text: string;
}

let typed: Typed | null = null;

/** Single-key edits of one person as updates: the trace of a paper being written where it is there, else typing made up. */
export function keystrokes(): Typed {
  typed ??= existsSync(TRACE) ? replayed() : madeUp();
  return typed;
}

function replayed(): Typed {
  const { txns } = JSON.parse(gunzipSync(readFileSync(TRACE)).toString()) as {
    txns: { patches: [number, number, string][] }[];
  };
  return record((text) => {
    for (const { patches } of txns) {
      for (const [position, deleted, inserted] of patches) {
        text.doc?.transact(() => {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== '') text.insert(position, inserted);
        });
      }
    }
  });
}

/** Typing at a place that moves now and then, every ninth key a backspace. */
function madeUp(): Typed {
  return record((text) => {
    let at = 0;
    for (let n = 0; n < EDITS; n++) {
      if (n % 997 === 0) at = Math.max(0, text.length - (n % 400));
      if (n % 9 === 8 && at > 0) text.delete(--at, 1);
      else text.insert(at++, 'abcdefghij klmnop'[n % 17] ?? ' ');
    }
  });
}

function record(type: (text: Y.Text) => void): Typed {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('paper');
  type(text);
  return { updates, text: text.toString() };
}

export async function ingest(running: RunningPeer, { updates, text }: Typed): Promise<Ingest> {
  const room = await running.open('ingest');
  const writer = await Reader.connect(room);
  const started = performance.now();
  for (const [n, update] of updates.entries()) {
    writer.send(syncFrame(2, update));
    if (n % 512 === 0) while (writer.socket.bufferedAmount > 256 * 1024) await seconds(0.001);
  }
  const ended = (await saved(running, writer)) - started;
  const memoryMiB = running.memoryMiB();
  // What is put in order afterwards is part of what it keeps.
  await quiet(running, writer);
  const diskKiB = running.diskBytes() / 1024;
  await running.end('SIGKILL');
  await writer.close();
  await running.start();
  const first = await open(room, text);
  const second = await open(room, text);
  return {
    edits: updates.length,
    seconds: ended / 1000,
    memoryMiB,
    diskKiB,
    coldOpen: first.ms,
    warmOpen: second.ms,
    whole: first.whole && second.whole,
  };
}

/** The moment at which everything sent is stored, as far as the server lets one know. */
function saved(running: RunningPeer, writer: Reader): Promise<number> {
  if (running.peer.name !== 'Duet') return quiet(running, writer);
  return new Promise((resolve, reject) => {
    writer.socket.once('close', (code) => reject(new Error(`the writer was closed with ${code}`)));
    writer.onFrame = (frame) => {
      if (frame[0] === SAVED) resolve(performance.now());
    };
    writer.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, SAVED);
        encoding.writeVarUint8Array(encoder, Uint8Array.of(1));
      }),
    );
  });
}

/** When the server had nothing left to do. */
async function quiet(running: RunningPeer, writer: Reader): Promise<number> {
  let busy = running.cpuMs();
  let last = performance.now();
  while (performance.now() - last < QUIET_MS) {
    await seconds(0.1);
    const now = running.cpuMs();
    if (now - busy > 10 || writer.socket.bufferedAmount > 0) last = performance.now();
    busy = now;
  }
  return last;
}

/** Waits for the one frame that can hold all of `text`: its arrival is what counts, decoding it is the client's time. */
async function open(room: Reader['room'], text: string): Promise<{ ms: number; whole: boolean }> {
  const started = performance.now();
  const frames: Buffer[] = [];
  let arrived = 0;
  const reader = await Reader.connect(room, (frame) => {
    frames.push(frame);
    if (frame.byteLength >= text.length) arrived ||= performance.now();
  });
  while (arrived === 0 && performance.now() - started < PATIENCE_MS) await seconds(0.002);
  await reader.close();
  const doc = new Y.Doc();
  for (const frame of frames) for (const update of updatesIn(frame)) Y.applyUpdate(doc, update);
  return { ms: arrived - started, whole: doc.getText('paper').toString() === text };
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
