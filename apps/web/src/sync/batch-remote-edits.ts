import { MessageType, SyncType } from '@duet/protocol';
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { FramePace } from './frame-pace.ts';

/** When to take over what was collected. */
export interface Pace {
  /** Asks once for `callback`, soon. @returns the way to call it off. */
  ask(callback: () => void): () => void;
  destroy(): void;
}

/**
 * Takes over what others do once a frame, as one change, instead of with each message.
 *
 * The editor draws the whole document anew with every change of somebody else. Ten people who type are a hundred
 * messages a second, carets included: drawn one by one they leave no time for one's own keys, and on a slow machine
 * they pile up for ever. So updates and carets are collected until the page draws anyway (`FramePace`).
 *
 * Whatever else the provider handles finds what came before it taken over. Call it before anybody else looks on.
 * @returns the way to stop; what was collected is taken over first.
 */
export function batchRemoteEdits(provider: WebsocketProvider, pace: Pace = new FramePace()): () => void {
  const { doc, messageHandlers } = provider;
  let waiting: (() => void)[] = [];
  let callOff: (() => void) | null = null;

  const takeOver = (): void => {
    callOff?.();
    callOff = null;
    const taken = waiting;
    waiting = [];
    if (taken.length === 0 || doc.isDestroyed) return;
    Y.transact(
      doc,
      () => {
        for (const take of taken) take();
      },
      provider,
      false,
    );
  };
  const collect = (take: () => void): void => {
    waiting.push(take);
    callOff ??= pace.ask(takeOver);
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
    pace.destroy();
  };
}
