import { bodyOf, headingAbove, insertBlocks } from '@duet/document';
import { make, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../config/config.ts';
import { createMeeting, keyCaller, liveDoc, signIn, testServer } from '../testing/harness.ts';

/** Tomas writes offline in a block that Priya deletes meanwhile: his words are removed by the merge. */
async function meetingWithLoss(url: string) {
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const tomas = await signIn(url, 'Tomas', 'engineering');
  await tomas.post(`${meeting.path}/join`, { key: meeting.keys.participant });
  const online = await liveDoc(url, meeting.id, { key: meeting.keys.facilitator });
  const body = bodyOf(online.doc);
  const at = body.toArray().findIndex((_, index) => headingAbove(online.doc, index)?.key === 'decisions');
  insertBlocks(online.doc, [make.textBlock({ id: 'note', text: plain('Prices. ') })], at);
  await online.saved();

  const his = new Y.Doc();
  Y.applyUpdate(his, Y.encodeStateAsUpdate(online.doc));
  const note = bodyOf(his).get(at);
  if (!(note instanceof Y.XmlElement) || !(note.get(0) instanceof Y.XmlText)) return expect.fail();
  (note.get(0) as Y.XmlText).insert(8, 'We asked Legal.');
  body.delete(at, 1);
  await online.saved();
  const back = await liveDoc(url, meeting.id, { headers: { cookie: tomas.headers.cookie ?? '' }, doc: his });
  await back.saved();
  return { priya, tomas, meeting };
}

test('[G12] a text that a merge removed is listed with its author and the title of its section', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithLoss(url);
  const { items } = (await priya.get(`${meeting.path}/rescued`)).body;
  expect(items).toEqual([
    {
      id: expect.any(String),
      author: { name: 'Tomas', side: 'engineering' },
      at: expect.any(String),
      place: 'Decisions',
      text: 'We asked Legal.',
    },
  ]);
  expect((await priya.get(`${meeting.path}/rescued`)).body.items).toEqual(items);
});

test('[G12] once the log is compacted, the kind of block still says where a text belongs', async () => {
  const { url, duet } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const rescued = { id: '7:0:5', author: { name: 'Tomas', side: 'other' }, at: '2026-03-18T10:00:00.000Z', text: 'x' };
  const record = (id: string, place: string) => ({
    kind: 'record' as const,
    document: meeting.id,
    name: `rescued/${id}`,
    value: Buffer.from(JSON.stringify({ ...rescued, id, place })),
  });
  await duet.store.commit([record('7:0:5', 'body > riskTable > riskRow > riskText: a[...]b'), record('7:9:5', 'gone')]);
  const { items } = (await priya.get(`${meeting.path}/rescued`)).body;
  expect(items.map(({ place }: { place: string }) => place).sort()).toEqual(['In the document', 'Risks']);
});

test('[G12] [G14] what one facilitator took care of is marked for all of them, and can be taken up again', async () => {
  const { url } = await testServer();
  const { priya, tomas, meeting } = await meetingWithLoss(url);
  const other = keyCaller(url, meeting.keys.facilitator);
  const [{ id }] = (await priya.get(`${meeting.path}/rescued`)).body.items;
  const path = `${meeting.path}/rescued/${encodeURIComponent(id)}`;
  expect((await tomas.request('PATCH', path, { handled: true })).status).toBe(403);
  const { body } = await priya.request('PATCH', path, { handled: true });
  expect(body).toMatchObject({ handled: { by: 'Priya' } });
  expect(body.changed).toBe(true);
  const second = await other.request('PATCH', path, { handled: true });
  expect(second.body).toEqual({ handled: body.handled, changed: false });
  const listed = async () => (await other.get(`${meeting.path}/rescued`)).body.items[0];
  expect(await listed()).toMatchObject({ id, place: 'Decisions', text: 'We asked Legal.', handled: body.handled });
  await other.request('PATCH', path, { handled: false });
  expect(await listed()).not.toHaveProperty('handled');
  expect((await priya.request('PATCH', `${meeting.path}/rescued/none`, { handled: true })).status).toBe(404);

  await priya.post(`${meeting.path}/finalize`);
  const late = await liveDoc(url, meeting.id, { headers: { cookie: tomas.headers.cookie ?? '' } });
  insertBlocks(late.doc, [make.textBlock({ text: plain('Too late') })]);
  await late.saved();
  const [item] = (await priya.get(`${meeting.path}/late`)).body.items;
  await priya.request('PATCH', `${meeting.path}/late/${item.id}`, { handled: true });
  expect((await tomas.get(`${meeting.path}/late`)).body.items).toMatchObject([
    { text: item.text, handled: { by: 'Priya' } },
  ]);
});

test('[G14] a late edit that nobody can read is kept like any other, and closes the meeting for nobody', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  await priya.post(`${meeting.path}/finalize`);
  const reader = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
  const late = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  late.doc.transact(() => {
    let around: Y.XmlFragment = bodyOf(late.doc);
    for (let depth = 0; depth < 20_000; depth++) {
      const element = new Y.XmlElement('riskTable');
      around.insert(0, [element]);
      around = element;
    }
  });
  await late.saved();
  expect((await priya.get(`${meeting.path}/late`)).body.items).toMatchObject([{ place: 'In the document' }]);
  await reader.saved();
});

test('[G14] [G21] late edits have room for one whole document; then their writer is told, and all else goes on', async () => {
  const defaults = readConfig({});
  const { url } = await testServer({ config: { limits: { ...defaults.limits, documentBytes: 2000 } } });
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  await priya.post(`${meeting.path}/finalize`);
  const late = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  const denials: string[] = [];
  late.provider.messageHandlers[2] = (_encoder, decoder) => {
    denials.push(Buffer.from(decoder.arr).toString());
  };
  for (const text of ['x'.repeat(1900), 'one more']) {
    insertBlocks(late.doc, [make.textBlock({ text: plain(text) })]);
    await late.saved();
  }
  const { items } = (await priya.get(`${meeting.path}/late`)).body;
  expect(items).toHaveLength(1);
  expect(items[0].text).toContain('x'.repeat(1900));
  expect(denials).toEqual([expect.stringContaining('kept for you'), expect.stringContaining('not taken')]);
});
