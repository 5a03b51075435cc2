// A process of its own, so that typing takes no time from who measures: `count` stock y-websocket clients that each type
// into a text of their own. Argument: the JSON of TypistOrders. Says 'ready' to its parent when all are connected.

import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { connect, type SharedDocument } from './socket.ts';

export interface TypistOrders {
  readonly document: SharedDocument;
  readonly count: number;
  /** Keys a second, each. */
  readonly rate: number;
}

const WORDS = 'we ask again in two days and note it here; ';
/** What has become longer is deleted again, key by key. */
const LONGEST = 120;

const orders = JSON.parse(process.argv[2] ?? '') as TypistOrders;
const typists = await Promise.all(Array.from({ length: orders.count }, (_, index) => startTypist(index)));

// Nobody types on for a parent that was killed.
process.once('disconnect', () => process.exit());
process.send?.('ready');
for (;;) {
  for (const type of typists) {
    type();
    await wait(1000 / orders.rate / orders.count);
  }
}

/** @returns what presses the next key. Keys of all typists are spread evenly over time. */
async function startTypist(index: number): Promise<() => void> {
  const doc = new Y.Doc();
  const { awareness } = await connect(orders.document, doc);
  const fragment = doc.getXmlFragment(orders.document.fragment);
  // A server that loads while it answers says first that there is nothing.
  while (fragment.length === 0) await wait(20);
  const texts = textsIn(fragment);
  // Spread over the document, and never the last text: that is the measured one.
  const text = texts[Math.floor(((index + 0.5) / orders.count) * (texts.length - 1))];
  if (text === undefined) throw new Error('There is no text to type in.');
  const written = text.length;
  let deleting = false;
  let at = 0;
  return () => {
    if (text.length - written >= LONGEST) deleting = true;
    if (text.length <= written) deleting = false;
    if (deleting) text.delete(text.length - 1, 1);
    else text.insert(text.length, WORDS[at++ % WORDS.length] ?? ' ');
    const caret = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length));
    awareness.setLocalStateField('cursor', { anchor: caret, head: caret });
  };
}

function textsIn(fragment: Y.XmlFragment): readonly Y.XmlText[] {
  return [...fragment.createTreeWalker((node) => node instanceof Y.XmlText)] as Y.XmlText[];
}
