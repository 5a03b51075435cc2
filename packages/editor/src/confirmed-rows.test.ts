// @vitest-environment jsdom
import { caretAt, press, type } from '@duet/blocks/testing';
import { read, setDetails } from '@duet/document';
import { type IsoDate, make, plain, roadmapRows } from '@duet/domain';
import { afterEach, expect, test } from 'vitest';
import { confirmedRows } from './confirmed-rows.ts';
import { sharedEditing } from './shared-editing.ts';
import { type LinkedEditors, linkEditors, type Peer } from './testing.ts';

const TODAY = '2025-03-18' as IsoDate;
const LAST = '2025-03-11' as IsoDate;

let net: LinkedEditors | null = null;
afterEach(() => {
  net?.destroy();
  net = null;
});

/** Two people before two rows of last week. */
function two(): readonly [Peer, Peer] {
  const row = (id: string) => make.roadmapRow({ id, feature: plain(id), carried: 1, since: LAST, confirmedOn: LAST });
  const linked = linkEditors(2, [{ type: 'roadmapTable', rows: [row('search'), row('login')] }], (doc) => [
    ...sharedEditing(doc),
    confirmedRows(doc, () => TODAY),
  ]);
  net = linked;
  const [ana, ben] = linked.peers;
  if (!ana || !ben) throw new Error('two editors were asked for');
  setDetails(ana.doc, { date: TODAY });
  linked.settle();
  return [ana, ben];
}

const confirmed = ({ doc }: Peer) => roadmapRows(read(doc)).map(({ id, confirmedOn }) => `${id} ${confirmedOn}`);

test('[M4] editing a row that was carried over confirms it, for everybody, and no other row', () => {
  const [ana, ben] = two();
  caretAt(ana.editor, 'search');
  type(ana.editor, '!');
  net?.settle();
  expect(confirmed(ana)).toEqual(['search 2025-03-18', 'login 2025-03-11']);
  expect(confirmed(ben)).toEqual(confirmed(ana));
});

test('[M4] undoing the edit takes the confirmation back with it', () => {
  const [ana] = two();
  caretAt(ana.editor, 'search');
  type(ana.editor, '!');
  ana.editor.commands.undo();
  expect(confirmed(ana)).toEqual(['search 2025-03-11', 'login 2025-03-11']);
});

test('[M4] moving a row says nothing about it, and hearing of an edit writes nothing', () => {
  const [ana, ben] = two();
  caretAt(ana.editor, 'login');
  press(ana.editor, 'Mod-Shift-ArrowUp');
  net?.settle();
  expect(confirmed(ben)).toEqual(['login 2025-03-11', 'search 2025-03-11']);
  type(ana.editor, '!');
  net?.deliver(0, 1);
  expect(net?.waiting(1, 0)).toBe(0);
});
