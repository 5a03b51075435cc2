import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Reader, syncFrame } from '../client.ts';
import { seconds } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';
import type { Typed } from './keystrokes.ts';

export interface Ingest {
  readonly edits: number;
  /** Until the last edit was acknowledged (Duet) or the server had nothing left to do (the others). */
  readonly seconds: number;
  /** The most that was seen on the way. */
  readonly memoryMiB: number;
  readonly diskKiB: number;
  /** Milliseconds from connecting to the whole document, first after kill -9 and restart, then again. */
  readonly firstOpen: number;
  readonly laterOpen: number;
  /** The document that came back equals the one that was typed. */
  readonly whole: boolean;
}

const SAVED = 102;
/** A server that used no processor for so long has nothing left to do. */
const QUIET_MS = 3_000;
const PATIENCE_MS = 60_000;

/** One person types, the server is killed once all is stored, and the document is opened twice after that. */
export async function ingest(running: RunningPeer, { updates, text }: Typed): Promise<Ingest> {
  const room = await running.open('ingest');
  const writer = await Reader.connect(room);
  const started = performance.now();
  let memoryMiB = 0;
  for (const [n, update] of updates.entries()) {
    writer.send(syncFrame(2, update));
    if (n % 512 !== 0) continue;
    while (writer.socket.bufferedAmount > 256 * 1024) await seconds(0.001);
    memoryMiB = Math.max(memoryMiB, running.memoryMiB());
  }
  const ended = (await saved(running, writer)) - started;
  memoryMiB = Math.max(memoryMiB, running.memoryMiB());
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
    firstOpen: first.ms,
    laterOpen: second.ms,
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
    // No update is shorter than two bytes: what ends here by chance is a state vector.
    if (length >= 2 && at + 1 + length === frame.length) return [frame.subarray(at + 1)];
  }
  return [];
}
