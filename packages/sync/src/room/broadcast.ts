import { updateMessage } from '@duet/protocol';
import * as Y from 'yjs';
import type { Session } from '../session/session.ts';
import { type SharedFrame, shareFrame } from '../session/shared-frame.ts';
import { BatchingWindow } from './batching-window.ts';

/** Hands what a turn made to the readers of a room: one frame, made once. */
export class Broadcast {
  readonly window = new BatchingWindow();
  readonly #sessions: ReadonlySet<Session>;

  constructor(sessions: ReadonlySet<Session>) {
    this.#sessions = sessions;
  }

  /**
   * @param author who need not hear it; null when several wrote.
   * @returns how many bytes wait for the slowest reader now.
   */
  send(made: readonly Uint8Array[], author: Session | null): number {
    return this.window.measure(() => this.#sendToAll(made, author));
  }

  #sendToAll(made: readonly Uint8Array[], author: Session | null): number {
    let frame: SharedFrame | null = null;
    let slowest = 0;
    for (const session of this.#sessions) {
      if (session === author || !session.joined) continue;
      frame ??= shareFrame(updateMessage(Y.mergeUpdates([...made])));
      session.sendShared(frame);
      slowest = Math.max(slowest, session.bufferedBytes);
    }
    return slowest;
  }
}
