import { bodyOf, findElement, insertBlocks } from '@duet/document';
import { make } from '@duet/domain';
import type { SavedState } from '@duet/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { UnsavedPlaces } from './unsaved-places.ts';

test('[M28] what waits is counted in things that changed, not in letters, until it is saved', () => {
  const doc = new Y.Doc();
  insertBlocks(doc, [make.decision({ id: 'phones' }), make.textBlock({ id: 'note' })]);
  let state: SavedState = { status: 'offline', unsaved: 0, reason: null };
  const listeners = new Set<() => void>();
  const tracker = {
    get state() {
      return state;
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const places = new UnsavedPlaces(doc, tracker);
  const type = (id: string, text: string): void => {
    const child = findElement(bodyOf(doc), id)?.get(0);
    const target = child instanceof Y.XmlElement ? child.get(0) : child;
    if (target instanceof Y.XmlText) for (const letter of text) target.insert(target.length, letter);
  };
  type('phones', 'Drop old phones');
  type('note', 'Talked about it');
  type('phones', ' soon');
  expect(places.count).toBe(2);
  state = { ...state, status: 'saved' };
  for (const listener of listeners) listener();
  expect(places.count).toBe(0);
});
