import { insertBlocks } from '@duet/document';
import { make, plain } from '@duet/domain';
import type { Change, DocumentStore } from '@duet/storage';
import { expect, test } from 'vitest';
import { Caller, createMeeting, liveDoc, signIn, testServer } from '../testing/harness.ts';

interface Listed {
  readonly seq: number;
  readonly label?: string;
}

/** From now on nothing labels a version: for what is on the disk then, that is a process killed before it could. */
function dieBeforeLabels(store: DocumentStore): void {
  const commit = store.commit.bind(store);
  store.commit = (changes: readonly Change[]) => {
    const labels = changes.some((change) => change.kind === 'record' && change.name.startsWith('version/'));
    return labels ? Promise.reject(new Error('killed')) : commit(changes);
  };
}

/** Finalized, with something settled in the review, by a server that died before the revision was labelled. */
async function finalizedAndKilled() {
  const first = await testServer();
  const priya = await signIn(first.url, 'Priya');
  const { id, path, keys } = await createMeeting(priya);
  const live = await liveDoc(first.url, id, { key: keys.participant });
  const risk = make.riskRow({ id: 'risk', risk: plain('Vendor') });
  const action = make.actionItem({ id: 'act', action: plain('Call them') });
  insertBlocks(live.doc, [{ type: 'riskTable', rows: [risk] }, action]);
  await live.saved();
  live.provider.destroy();
  dieBeforeLabels(first.duet.store);
  expect((await priya.post(`${path}/finalize`, { resolutions: [{ id: 'risk', owner: 'Wen' }] })).status).toBe(500);
  await first.stop();
  const { url } = await testServer({ config: first.duet.config });
  const again = new Caller(url, priya.headers);
  const history = async (): Promise<readonly Listed[]> => (await again.get(`${path}/history`)).body.versions;
  const actionAt = async ({ seq }: Listed) => (await again.get(`${path}/history/${seq}/export.json`)).body.actions[0];
  return { url, id, path, keys, again, history, actionAt };
}

const FINAL = 'Finalized, revision 1';

test('[G9] killed between the lock and its label, a revision is labelled when somebody looks', async () => {
  const { again, path, history, actionAt } = await finalizedAndKilled();
  await again.request('PATCH', `${path}/actions/act`, { status: 'done' });
  const [moved, final, ...earlier] = await history();
  expect([moved?.label, final?.label]).toEqual([undefined, FINAL]);
  expect(final).toMatchObject({ authors: [{ name: 'Priya', side: 'product' }, {}] });
  expect(earlier.map(({ label }) => label)).toEqual(['Created']);
  expect([moved && (await actionAt(moved)).status, final && (await actionAt(final)).status]).toEqual(['done', 'open']);
  expect(await history()).toEqual([moved, final, ...earlier]);
});

test('[G9] … and when it is opened again before anybody looked', async () => {
  const { again, path, history, url, id, keys } = await finalizedAndKilled();
  expect((await again.post(`${path}/reopen`)).status).toBe(200);
  const live = await liveDoc(url, id, { key: keys.participant });
  insertBlocks(live.doc, [make.actionItem({ action: plain('One more') })]);
  await live.saved();
  const versions = await history();
  expect(versions.map(({ label }) => label)).toEqual([undefined, FINAL, 'Created']);
});
