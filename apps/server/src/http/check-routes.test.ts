import { contentHash } from '@duet/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Caller, createMeeting, liveDoc, signIn, testServer } from '../testing/harness.ts';

async function open() {
  const { url } = await testServer();
  const ann = await signIn(url, 'Ann');
  const meeting = await createMeeting(ann);
  const { doc, saved } = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  const check = async (extra: object = {}) => {
    const stateVector = Buffer.from(Y.encodeStateVector(doc)).toString('base64');
    return ann.post(`${meeting.path}/check`, { stateVector, hash: await contentHash(doc), ...extra });
  };
  const differences = async () =>
    /^duet_content_differences_total (\d+)$/m.exec((await new Caller(url).get('/metrics')).body)?.[1];
  return { doc, saved, check, differences };
}

test('[G15] a page that shows what the server has is told so, before and after edits', async () => {
  const { doc, saved, check, differences } = await open();
  expect((await check()).body).toEqual({ content: 'equal' });
  doc.getMap('meeting').set('title', 'Weekly');
  doc.getMap('meeting').delete('title');
  await saved();
  expect((await check()).body).toEqual({ content: 'equal' });
  expect(await differences()).toBe('0');
});

test('[G15] other content is told, and counted when it stays', async () => {
  const { check, differences } = await open();
  const hash = '0'.repeat(64);
  expect((await check({ hash })).body).toEqual({ content: 'different' });
  expect(await differences()).toBe('0');
  expect((await check({ hash, again: true })).body).toEqual({ content: 'different' });
  expect(await differences()).toBe('1');
});

test('[G15] a page that knows other edits is not compared', async () => {
  const { check } = await open();
  const stateVector = Buffer.from(Y.encodeStateVector(new Y.Doc())).toString('base64');
  expect((await check({ stateVector })).body).toEqual({ content: 'busy' });
  expect((await check({ stateVector: '####' })).status).toBe(400);
});
