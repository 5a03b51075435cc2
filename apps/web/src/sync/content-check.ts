import { contentHash } from '@duet/document';
import * as Y from 'yjs';
import { request } from '../api/request.ts';

/** What the server says: `busy` when the two know different edits, so nothing can be compared. */
export type ContentAnswer = 'equal' | 'different' | 'busy';

export interface ContentQuestion {
  /** Base64 of Yjs's encoding. */
  readonly stateVector: string;
  readonly hash: string;
  /** Asked after a first difference: now it is reported. */
  readonly again: boolean;
}

interface Watched {
  readonly doc: Y.Doc;
  /** Connected, and everything written here is on the server's disk. */
  readonly isSettled: () => boolean;
  /** Calls back whenever the page is connected anew. @returns the way to stop. */
  readonly onConnected: (listener: () => void) => () => void;
  readonly ask: (question: ContentQuestion) => Promise<ContentAnswer>;
  /** The content differs, and did so twice; everything written here is saved. */
  readonly onDifferent: () => void;
}

/** After the page is connected or connected again. */
const FIRST_MS = 10_000;
const EVERY_MS = 5 * 60_000;
/** What was on its way at a first difference has arrived by then. */
const AGAIN_MS = 5_000;

/**
 * Now and then compares what this page shows with what the server has on disk (G15). Only while nothing is on its
 * way in either direction, as far as one can know: an edit that arrives meanwhile makes the comparison void.
 * @returns the way to stop.
 */
export function watchContent({ doc, isSettled, onConnected, ask, onDifferent }: Watched): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let edits = 0;
  let stopped = false;
  const onUpdate = (): void => {
    edits++;
  };
  const plan = (ms: number, again: boolean): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(again), ms);
  };
  const check = async (again: boolean): Promise<void> => {
    const before = edits;
    const answer = isSettled() ? await question(doc, ask, again) : 'busy';
    if (stopped) return;
    const holds = answer === 'different' && edits === before && isSettled();
    if (holds && again) onDifferent();
    else plan(holds ? AGAIN_MS : EVERY_MS, holds);
  };
  doc.on('update', onUpdate);
  const unsubscribe = onConnected(() => plan(FIRST_MS, false));
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    doc.off('update', onUpdate);
  };
}

/** A server that cannot be asked now is asked another time. */
async function question(doc: Y.Doc, ask: Watched['ask'], again: boolean): Promise<ContentAnswer> {
  // In one go, before anything can be typed in between.
  const stateVector = btoa(String.fromCharCode(...Y.encodeStateVector(doc)));
  try {
    const hash = await contentHash(doc);
    return hash === null ? 'busy' : await ask({ stateVector, hash, again });
  } catch {
    return 'busy';
  }
}

export async function askServer(meetingId: string, body: ContentQuestion): Promise<ContentAnswer> {
  const { content } = await request<{ content: ContentAnswer }>(`/api/meetings/${meetingId}/check`, {
    method: 'POST',
    body,
  });
  return content;
}
