import { openSimulatedStore, type SimulatedStore } from '@duet/storage/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { eventually } from './testing/eventually.ts';
import { RawClient } from './testing/raw-client.ts';
import { slowStore } from './testing/slow-store.ts';
import { member, startTestServer, type TestServer } from './testing/test-server.ts';
import { bodyText, changeOf } from './testing/texts.ts';
import { ClockSet } from './update/clock-set.ts';
import { decodeUpdate } from './update/decode-update.ts';

let server: TestServer;
afterEach(() => server.close());

/** A table of one row with two cells, as blocks are laid out: each cell an element with one text. */
function addRow(doc: Y.Doc, ...cells: string[]): void {
  const row = new Y.XmlElement('riskRow');
  row.insert(
    0,
    cells.map((text) => {
      const cell = new Y.XmlElement('riskText');
      cell.insert(0, [new Y.XmlText(text)]);
      return cell;
    }),
  );
  doc.getXmlFragment('body').insert(0, [row]);
}

function cellText(doc: Y.Doc, cell = 0): Y.XmlText {
  const row = doc.getXmlFragment('body').get(0) as Y.XmlElement;
  return (row.get(cell) as Y.XmlElement).get(0) as Y.XmlText;
}

const deleteRow = (doc: Y.Doc) => changeOf(doc, () => doc.getXmlFragment('body').delete(0, 1));

/** Two people who both hold the same document and then do not hear each other. */
async function twoApart(start: (doc: Y.Doc) => void) {
  server = await startTestServer();
  await server.create('doc', start);
  const ann = await RawClient.connect(server.url, 'doc');
  const bob = await RawClient.connect(server.url, 'doc', { member: member('bob') });
  return { ann, bob, annDoc: await ann.document(), bobDoc: await bob.document() };
}

describe('text that a merge removes though nobody deleted it', () => {
  it('[G12] typed into an element that somebody deleted meanwhile, long collected', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'database may fail'));
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(9, 'really ')));
    await ann.saved();
    expect(server.rescued).toMatchObject([{ document: 'doc', author: 'ann', text: 'really ' }]);
    expect(server.rescued[0]?.place).toMatch(/^body > riskRow > riskText: /);
    expect(bodyText(await server.sync.read('doc'))).toBe('');
  });

  it('[G12] typed before the delete arrived, by someone the deleter had not heard', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'database may fail'));
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(9, 'really ')));
    await ann.saved();
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    expect(server.rescued).toMatchObject([
      { author: 'ann', text: 'really ', place: 'body > riskRow > riskText: database [...]may fail' },
    ]);
  });

  it('[G12] whole elements with text, put into what is gone', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'x'));
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    ann.update(
      changeOf(annDoc, () => {
        const cell = new Y.XmlElement('riskMitigation');
        cell.insert(0, [new Y.XmlText('keep a second copy')]);
        (annDoc.getXmlFragment('body').get(0) as Y.XmlElement).insert(1, [cell]);
      }),
    );
    await ann.saved();
    expect(server.rescued.map(({ text }) => text)).toEqual(['keep a second copy']);
  });

  it('[G12] in a type that lost against another value of the same key', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart(() => {});
    const put = (doc: Y.Doc, text: string) => changeOf(doc, () => doc.getMap('meeting').set('goal', new Y.Text(text)));
    // Of two concurrent values Yjs keeps that of the higher client id.
    [annDoc.clientID, bobDoc.clientID] = [10, 20];
    ann.update(put(annDoc, 'goal of Ann'));
    await ann.saved();
    bob.update(put(bobDoc, 'goal of Bob'));
    await bob.saved();
    expect(server.rescued).toMatchObject([{ author: 'ann', text: 'goal of Ann', place: 'meeting > goal' }]);
  });

  it('[G12] key by key into what is gone, each with its place', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'risk'));
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    for (const [index, key] of [...'more'].entries()) {
      ann.update(changeOf(annDoc, () => cellText(annDoc).insert(4 + index, key)));
    }
    await ann.saved();
    expect(server.rescued.map(({ text }) => text).join('')).toBe('more');
    for (const { place } of server.rescued) expect(place).toMatch(/^body > riskRow > riskText/);
  });

  it('[G12] typed on around something else that its page wrote: still one text', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'risk'));
    const typed = changeOf(annDoc, () => {
      cellText(annDoc).insert(4, ';');
      annDoc.getMap('voices').set('edits', 1);
      cellText(annDoc).insert(5, ' Legal has them');
    });
    ann.update(typed);
    await ann.saved();
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    expect(server.rescued.map(({ text }) => text)).toEqual(['; Legal has them']);
  });

  it('[G12] named by a delete set of the same turn, of a client that merged the deletion', async () => {
    const store = slowStore(await openSimulatedStore());
    server = await startTestServer({ store });
    await server.create('doc', (doc) => addRow(doc, 'risk'));
    const ann = await RawClient.connect(server.url, 'doc');
    const annDoc = await ann.document();
    const bobDoc = new Y.Doc();
    Y.applyUpdate(bobDoc, Y.encodeStateAsUpdate(annDoc));
    const before = Y.encodeStateVector(annDoc);
    const typed = changeOf(annDoc, () => cellText(annDoc).insert(4, ' words'));
    const deletion = deleteRow(bobDoc);
    Y.applyUpdate(annDoc, deletion);
    const commit = store.hold();
    ann.update(changeOf(bobDoc, () => bobDoc.getMap('meeting').set('title', 'x')));
    await commit.reached;
    ann.update(typed);
    ann.update(deletion);
    ann.step2(Y.encodeStateAsUpdate(annDoc, before));
    await ann.read();
    commit.release();
    await ann.saved();
    expect(server.rescued).toMatchObject([{ author: 'ann', text: ' words' }]);
  });

  it('[G12] named in the state of a stock client that never showed it, whose own deletion had not arrived', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'risk', 'mitigation'));
    const typed = changeOf(annDoc, () => cellText(annDoc).insert(4, ' words'));
    ann.update(typed);
    await ann.saved();
    deleteRow(bobDoc);
    Y.applyUpdate(bobDoc, typed);
    bob.step2(Y.encodeStateAsUpdate(bobDoc));
    await bob.saved();
    expect(server.rescued.map(({ author, text }) => [author, text])).toContainEqual(['ann', ' words']);
    // A crash in between changes nothing: the log itself does not name the words.
    const stored = await server.store.load('doc');
    const last = decodeUpdate(stored?.updates.at(-1)?.update ?? Uint8Array.of());
    expect([...new ClockSet([last.deletes]).missing(annDoc.clientID, 0, 6)]).toEqual([{ clock: 0, len: 6 }]);
  });

  it('[G12] brought back by someone who was offline: they are asked before they are told', async () => {
    const { bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'database may fail'));
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    cellText(annDoc).insert(9, 'really ');
    const back = await RawClient.connect(server.url, 'doc', { member: member('ann') });
    const answer = back.document(annDoc);
    const { bytes } = await back.next('step1');
    // The client's own part is what it has now, before it hears of the deletion.
    back.step2(Y.encodeStateAsUpdate(annDoc, bytes));
    await answer;
    expect(server.rescued.map(({ text }) => text)).toEqual(['really ']);
  });
});

describe('text that is not rescued', () => {
  it('[G12] was deleted by somebody who saw it', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'database may fail'));
    const typed = changeOf(annDoc, () => cellText(annDoc).insert(9, 'really '));
    ann.update(typed);
    await ann.saved();
    Y.applyUpdate(bobDoc, typed);
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    expect(server.rescued).toEqual([]);
  });

  it('[G12] was deleted out of a text that lives on, as the state of a client tells', async () => {
    const { bob, bobDoc } = await twoApart((doc) => addRow(doc, 'database may fail'));
    cellText(bobDoc).delete(8, 4);
    bob.step2(Y.encodeStateAsUpdate(bobDoc));
    await bob.saved();
    expect(bodyText(await server.sync.read('doc'))).toBe('database fail');
    expect(server.rescued).toEqual([]);
  });

  it('[G12] was deleted by its own author in the same update', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'x'));
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    ann.update(
      changeOf(annDoc, () => {
        cellText(annDoc).insert(1, 'typed and taken back');
        cellText(annDoc).delete(1, 20);
      }),
    );
    await ann.saved();
    expect(server.rescued).toEqual([]);
  });

  it('[G12] is alive: concurrent typing in one place keeps both', async () => {
    const { ann, bob, annDoc, bobDoc } = await twoApart((doc) => addRow(doc, 'x'));
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(1, 'ann')));
    bob.update(changeOf(bobDoc, () => cellText(bobDoc).insert(1, 'bob')));
    await Promise.all([ann.saved(), bob.saved()]);
    expect(server.rescued).toEqual([]);
  });
});

describe('a rescue and a crash', () => {
  it('[G1] [G12] the ping waits for the rescue list', async () => {
    let handOver = () => {};
    const reached = vi.fn();
    server = await startTestServer({
      onRescue: () => {
        reached();
        return new Promise((resolve) => {
          handOver = resolve;
        });
      },
    });
    await server.create('doc', (doc) => addRow(doc, 'x'));
    const ann = await RawClient.connect(server.url, 'doc');
    const annDoc = await ann.document();
    await server.sync.edit('doc', 'server', (doc) => doc.getXmlFragment('body').delete(0, 1));
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(1, 'words')));
    const saved = ann.saved();
    await eventually(() => expect(reached).toHaveBeenCalled());
    await ann.read();
    expect(ann.messages.filter(({ kind }) => kind === 'saved')).toEqual([]);
    handOver();
    await saved;
  });

  it('[G12] a text that the list did not take is offered again, and the room stays open', async () => {
    const taken: string[] = [];
    let fails = true;
    server = await startTestServer({
      onRescue: async ({ text }) => {
        if (fails) throw new RangeError('not now');
        taken.push(text);
      },
    });
    await server.create('doc', (doc) => addRow(doc, 'x'));
    const ann = await RawClient.connect(server.url, 'doc');
    const annDoc = await ann.document();
    await server.sync.edit('doc', 'server', (doc) => doc.getXmlFragment('body').delete(0, 1));
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(1, 'words')));
    await ann.saved();
    fails = false;
    ann.update(changeOf(annDoc, () => annDoc.getText('notes').insert(0, 'and on')));
    await ann.saved();
    expect(taken).toEqual(['words']);
  });

  it('[G8] [G12] a log that alone still holds such a text is not compacted', async () => {
    const store = await openSimulatedStore();
    const limits = { updatesPerSecond: 1e6 };
    server = await startTestServer({ store, limits, idleMs: 0, onRescue: () => Promise.reject(new RangeError('no')) });
    await server.create('doc', (doc) => addRow(doc, 'x'));
    const ann = await RawClient.connect(server.url, 'doc');
    const annDoc = await ann.document();
    await server.sync.edit('doc', 'server', (doc) => doc.getXmlFragment('body').delete(0, 1));
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(1, 'words')));
    for (let i = 0; i < 300; i++)
      ann.update(changeOf(annDoc, () => annDoc.getText('notes').insert(0, `${i}`.padEnd(99))));
    await ann.saved();
    ann.close();
    await eventually(() => expect(server.sync.stats().rooms).toBe(0));
    const next = await startTestServer({ store, idleMs: 0 });
    await next.sync.read('doc');
    expect(next.rescued.map(({ text }) => text)).toEqual(['words']);
    await eventually(async () => expect((await store.load('doc'))?.snapshot).not.toBeNull());
    await next.close();
  });

  /** Words came for a row that was gone, and the power went before anybody was told of them. */
  async function crashedBeforeHandOver(): Promise<SimulatedStore> {
    const store = await openSimulatedStore();
    server = await startTestServer({ store, onRescue: () => new Promise(() => {}) });
    await server.create('doc', (doc) => addRow(doc, 'x'));
    const ann = await RawClient.connect(server.url, 'doc');
    const annDoc = await ann.document();
    await server.sync.edit('doc', 'server', (doc) => doc.getXmlFragment('body').delete(0, 1));
    ann.update(changeOf(annDoc, () => cellText(annDoc).insert(1, 'words')));
    await eventually(async () => expect((await store.load('doc'))?.updates).toHaveLength(3));
    ann.socket.terminate();
    return store.crash('power');
  }

  it('[G12] what a crash kept from the list is found when the document is opened again, once', async () => {
    const survivor = await crashedBeforeHandOver();
    for (const expected of [['words'], []]) {
      const next = await startTestServer({ store: survivor });
      await next.sync.read('doc');
      expect(next.rescued.map(({ text }) => text)).toEqual(expected);
      await next.close();
    }
    server = await startTestServer({ store: survivor });
  });

  it('[G12] it is found as well when somebody only reads, who is served before', async () => {
    server = await startTestServer({ store: await crashedBeforeHandOver() });
    const bob = await RawClient.connect(server.url, 'doc', { member: member('bob') });
    expect(bodyText(await bob.document())).toBe('');
    await eventually(() => expect(server.rescued).toMatchObject([{ author: 'ann', text: 'words' }]));
  });

  it('[G1] [G12] nobody is told that known words are saved before what they lost is on the list', async () => {
    server = await startTestServer({ store: await crashedBeforeHandOver() });
    const again = await RawClient.connect(server.url, 'doc');
    const doc = await again.document();
    again.update(Y.encodeStateAsUpdate(doc));
    await again.saved();
    expect(server.rescued).toMatchObject([{ author: 'ann', text: 'words' }]);
  });

  it('[G12] knows the author of text whose updates were compacted', async () => {
    server = await startTestServer({ idleMs: 0 });
    await server.create('doc', (doc) => addRow(doc, 'x'));
    const ann = await RawClient.connect(server.url, 'doc', { member: member('ann') });
    const annDoc = await ann.document();
    const bobDoc = new Y.Doc();
    Y.applyUpdate(bobDoc, Y.encodeStateAsUpdate(annDoc));
    for (let i = 0; i < 200; i++) ann.update(changeOf(annDoc, () => cellText(annDoc).insert(1, 'y')));
    await expect(ann.saved()).rejects.toThrow('4429');
    await eventually(() => expect(server.sync.stats().rooms).toBe(0));
    expect((await server.store.load('doc'))?.snapshot).not.toBeNull();
    const bob = await RawClient.connect(server.url, 'doc', { member: member('bob') });
    bob.update(deleteRow(bobDoc));
    await bob.saved();
    expect(server.rescued).toMatchObject([{ author: 'ann' }]);
  });
});
