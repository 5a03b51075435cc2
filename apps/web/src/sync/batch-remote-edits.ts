import { MessageType, SyncType } from '@duet/protocol';
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { TypingPace } from './typing-pace.ts';

/** When to take over what was collected. */
export interface Pace {
  /**
   * Asks for `callback`, soon, in place of what was asked for before.
   * @param notBefore milliseconds from now.
   * @returns the way to call it off.
   */
  ask(callback: () => void, notBefore?: number): () => void;
  destroy(): void;
}

/**
 * A caret is told at once, and the letter that moved it only when it is on the disk: it waits for the letter, or
 * both would be drawn in a frame of their own.
 */
const CARET_MS = 50;

/**
 * Takes over what others do, letter and caret, as one change instead of with each message, when there is time for it.
 *
 * Ten people who type are a hundred messages a second, carets included, and each change goes through the whole editor:
 * taken over one by one they leave no time for one's own keys, and on a slow machine they pile up for ever. So they are
 * collected until `TypingPace` has time for them.
 *
 * Whatever else the provider handles finds what came before it taken over. Call it before anybody else looks on.
 * @returns the way to stop; what was collected is taken over first.
 */
export function batchRemoteEdits(provider: WebsocketProvider, pace: Pace = new TypingPace()): () => void {
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
  let asked = Number.POSITIVE_INFINITY;
  const collect = (take: () => void, notBefore: number): void => {
    waiting.push(take);
    if (callOff !== null && notBefore >= asked) return;
    asked = notBefore;
    callOff = pace.ask(takeOver, notBefore);
  };

  for (const [index, handle] of messageHandlers.entries()) {
    messageHandlers[index] = (encoder, decoder, ...others) => {
      const take = (): void => handle(encoder, decoder, ...others);
      if (index === MessageType.sync && decoding.peekVarUint(decoder) === SyncType.update) collect(take, 0);
      else if (index === MessageType.awareness) collect(take, CARET_MS);
      else {
        takeOver();
        take();
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
