import { MessageType, SyncType } from '@duet/protocol';
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Calls back when the page is about to draw, at the earliest after `ms`. @returns the way to call it off. */
export type BeforeDrawing = (ms: number, callback: () => void) => () => void;

/** Of the time that is there, others' typing gets a third; the rest is for one's own keys. */
const REST = 2;
/** The longest that somebody waits for what others typed, however slow this machine is. */
const LONGEST_MS = 250;

/**
 * Takes over what others do once a frame, as one change, instead of with each message.
 *
 * The editor draws the whole document anew with every change of somebody else. Ten people who type are a hundred
 * messages a second, carets included: drawn one by one they leave no time for one's own keys, and on a slow machine
 * they pile up for ever. So updates and carets are collected until the page draws anyway. Where taking them over was
 * slow, the next ones wait in proportion: others' typing may become coarse, one's own never.
 *
 * Whatever else the provider handles finds what came before it taken over. Call it before anybody else looks on.
 * @returns the way to stop; what was collected is taken over first.
 */
export function batchRemoteEdits(provider: WebsocketProvider, beforeDrawing: BeforeDrawing = inNextFrame): () => void {
  const { doc, messageHandlers } = provider;
  let waiting: (() => void)[] = [];
  let callOff: (() => void) | null = null;
  let rest = 0;

  const takeOver = (): void => {
    callOff?.();
    callOff = null;
    const taken = waiting;
    waiting = [];
    if (taken.length === 0 || doc.isDestroyed) return;
    const start = performance.now();
    Y.transact(
      doc,
      () => {
        for (const take of taken) take();
      },
      provider,
      false,
    );
    rest = Math.min(LONGEST_MS, (performance.now() - start) * REST);
  };
  const collect = (take: () => void): void => {
    waiting.push(take);
    callOff ??= beforeDrawing(rest, takeOver);
  };

  for (const [index, handle] of messageHandlers.entries()) {
    messageHandlers[index] = (encoder, decoder, ...others) => {
      const isEdit = index === MessageType.sync && decoding.peekVarUint(decoder) === SyncType.update;
      if (isEdit || index === MessageType.awareness) collect(() => handle(encoder, decoder, ...others));
      else {
        takeOver();
        handle(encoder, decoder, ...others);
      }
    };
  }
  // A caret that was taken over after its owner was out of reach would stay.
  provider.on('connection-close', takeOver);
  return () => {
    takeOver();
    provider.off('connection-close', takeOver);
  };
}

/** A hidden page draws no frames, and one that is hidden meanwhile no longer does: a timer stands behind each frame. */
function inNextFrame(ms: number, callback: () => void): () => void {
  let frame = 0;
  const ask = (): void => {
    frame = requestAnimationFrame(callback);
  };
  const timer = ms > 0 ? setTimeout(ask, ms) : undefined;
  if (ms === 0) ask();
  const fallback = setTimeout(callback, ms + LONGEST_MS);
  return () => {
    clearTimeout(timer);
    clearTimeout(fallback);
    cancelAnimationFrame(frame);
  };
}
