import { bodyOf, meetingMapOf, peopleMapOf, read } from '@duet/document';
import { keepUnchanged } from '@duet/domain';
import { startTransition, useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { UseMeeting } from './api.ts';
import { whenIdle } from './when-idle.ts';

/** Reading a long meeting and drawing what follows from it takes longer than a frame has: not with every key of ten people. */
const LEAST_MS = 150;
const HIDDEN_MS = 1_000;
const LATEST_MS = 100;

/**
 * The meeting as the document says it. Read once a change is drawn, so that no key waits for it, then at most seven times
 * a second, and in a hidden page once a second. What a change leaves as it was stays the same object. What follows from it
 * is drawn as a transition: a key that comes meanwhile goes first.
 */
export const useMeeting: UseMeeting = (doc) => {
  const [latest, setLatest] = useState(() => ({ doc, meeting: read(doc) }));
  // Another document: at once, not once it changes.
  const shown = latest.doc === doc ? latest : { doc, meeting: read(doc) };
  if (shown !== latest) setLatest(shown);
  useEffect(
    () =>
      onChange(doc, () => {
        const now = read(doc);
        startTransition(() =>
          setLatest((before) => {
            const meeting = before.doc === doc ? keepUnchanged(before.meeting, now) : now;
            return meeting === before.meeting ? before : { doc, meeting };
          }),
        );
      }),
    [doc],
  );
  return shown.meeting;
};

/** Calls back after changes of what `read` reads: when the page has nothing to draw, and once for all changes until {@link LEAST_MS} later. */
function onChange(doc: Y.Doc, callback: () => void): () => void {
  let cancel: (() => void) | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const run = (): void => {
    cancel = null;
    last = performance.now();
    callback();
  };
  const schedule = (): void => {
    if (cancel !== null) return;
    const rest = document.hidden ? HIDDEN_MS : Math.max(0, last + LEAST_MS - performance.now());
    const timer = setTimeout(() => {
      cancel = whenIdle(run, LATEST_MS);
    }, rest);
    cancel = () => clearTimeout(timer);
  };
  const types = [bodyOf(doc), meetingMapOf(doc), peopleMapOf(doc)];
  for (const type of types) type.observeDeep(schedule);
  // Effects run after what was read is drawn: what changed in between was told to nobody.
  schedule();
  return () => {
    cancel?.();
    for (const type of types) type.unobserveDeep(schedule);
  };
}
