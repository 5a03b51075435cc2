import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertBlocks } from '@duet/document';
import { make, plain } from '@duet/domain';
import { expect, test, vi } from 'vitest';
import {
  closing,
  createMeeting,
  keyCaller,
  liveDoc,
  signIn,
  type TestMeeting,
  temporaryFolder,
  testServer,
} from '../testing/harness.ts';
import { duet, duetProcess } from '../testing/process.ts';

// Each starts several processes, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 90_000 });

/** A data folder with two meetings, the first with decisions in it, and no server. */
async function written(): Promise<{ data: string; meeting: TestMeeting; other: TestMeeting }> {
  const data = await temporaryFolder();
  const { url, stop } = await testServer({ config: { dataFolder: data } });
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya, { title: 'First' });
  const other = await createMeeting(priya, { title: 'Second' });
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  for (const text of ['Ship it', 'NEEDLE-IN-THE-LOG', 'And then rest']) {
    insertBlocks(live.doc, [make.decision({ text: plain(text) })]);
    await live.saved();
  }
  await stop();
  return { data, meeting, other };
}

test('[G10] a backup of a running server, restored elsewhere, is the same meeting', async () => {
  const { data, meeting } = await written();
  const server = await duetProcess(['serve'], { DUET_DATA: data });
  const url = await server.ready;
  const file = join(await temporaryFolder(), 'backup');
  expect(await duet(['backup', file], { DUET_DATA: data })).toMatchObject({ code: 0, stderr: '' });
  const before = await keyCaller(url, meeting.keys.follower).get(`${meeting.path}/export.json`);
  expect(before.body.decisions).toHaveLength(3);

  expect(await duet(['restore', file], { DUET_DATA: data })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('not empty'),
  });
  const copy = join(await temporaryFolder(), 'copy');
  expect(await duet(['restore', file], { DUET_DATA: copy })).toMatchObject({ code: 0, stderr: '' });
  expect(await duet(['verify'], { DUET_DATA: copy })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('0 damaged'),
  });
  const restored = await (await duetProcess(['serve'], { DUET_DATA: copy })).ready;
  const after = await keyCaller(restored, meeting.keys.follower).get(`${meeting.path}/export.json`);
  expect(after.bytes).toEqual(before.bytes);
});

test('[G10] a backup that has no place to go says why in one sentence', async () => {
  const { data } = await written();
  const { code, stdout } = await duet(['backup', join(data, 'nowhere', 'x')], { DUET_DATA: data });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^[^\n]+its folder does not exist[^\n]+\n$/)]);
});

test('[G10] a backup that was cut short is refused and leaves nothing', async () => {
  const { data } = await written();
  const file = join(await temporaryFolder(), 'backup');
  await duet(['backup', file], { DUET_DATA: data });
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length - 100));
  const copy = join(await temporaryFolder(), 'copy');
  const { code, stdout } = await duet(['restore', file], { DUET_DATA: copy });
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^[^\n]+\n$/)]);
  expect(await readdir(copy)).toEqual([]);
});

test('[G8] export, verify and compact work beside a server and without one', async () => {
  const { data, meeting } = await written();
  const env = { DUET_DATA: data };
  const alone = await duet(['export', meeting.id, '--format', 'json'], env);
  expect(JSON.parse(alone.stdout)).toMatchObject({ title: 'First' });
  expect(await duet(['compact', meeting.id], env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Compacted 1'),
  });

  const server = await duetProcess(['serve'], env);
  const url = await server.ready;
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  insertBlocks(live.doc, [make.decision({ text: plain('Said later') })]);
  await live.saved();
  expect((await duet(['compact'], env)).code).toBe(0);
  expect(await duet(['verify'], env)).toMatchObject({ code: 0 });
  const beside = await duet(['export', meeting.id, '--format', 'json'], env);
  expect(JSON.parse(beside.stdout).decisions).toHaveLength(4);
  expect(await duet(['export', 'AAAAAAAAAAAAAAAAAAAAAA', '--format', 'json'], env)).toMatchObject({
    code: 1,
    stdout: 'There is no meeting AAAAAAAAAAAAAAAAAAAAAA.\n',
  });
});

test('[M33] duet import makes a meeting and prints its links', async () => {
  const folder = await temporaryFolder();
  const env = { DUET_DATA: join(folder, 'data') };
  const file = join(folder, 'notes.md');
  await writeFile(file, '# Platform sync\n\n## Action items\n\n- [ ] @priya schedule the kickoff\n');
  const { code, stdout } = await duet(['import', file], env);
  expect([code, stdout]).toEqual([0, expect.stringContaining('Imported "Platform sync"')]);
  const [, id = '', key = ''] = /facilitator: .*\/m\/(.+)#key=(.+)/.exec(stdout) ?? [];
  const url = await (await duetProcess(['serve'], env)).ready;
  const { body } = await keyCaller(url, key).get(`/api/meetings/${id}/export.json`);
  expect(body).toMatchObject({ title: 'Platform sync', actions: [{ owner: 'priya' }] });
  expect(await duet(['import', join(folder, 'nothing.md')], env)).toMatchObject({ code: 1 });
});

test('a data folder that does not exist is said, not made', async () => {
  const data = join(await temporaryFolder(), 'nowhere');
  const { code, stdout } = await duet(['verify'], { DUET_DATA: data });
  expect([code, stdout]).toEqual([1, `There is no data folder ${data}. Say where it is with DUET_DATA.\n`]);
});

test('[G7] a flipped byte closes that meeting only, is named everywhere, and the rest can be read', async () => {
  const { data, meeting, other } = await written();
  await flip(join(data, 'level'), 'NEEDLE-IN-THE-LOG');
  const verify = await duet(['verify'], { DUET_DATA: data });
  expect([verify.code, verify.stdout]).toEqual([1, expect.stringContaining(`damaged: ${meeting.id}`)]);

  const url = await (await duetProcess(['serve'], { DUET_DATA: data })).ready;
  const facilitator = keyCaller(url, meeting.keys.facilitator);
  expect((await facilitator.get(meeting.path)).body).toMatchObject({
    quarantined: true,
    title: 'First',
    role: 'facilitator',
  });
  const refused = await facilitator.get(`${meeting.path}/export.json`);
  expect(refused).toMatchObject({ status: 503, body: { type: '/problems/quarantined' } });
  expect((await closing(url, `/sync/${meeting.id}?key=${meeting.keys.facilitator}`)).code).toBe(1011);
  expect((await facilitator.get('/readyz')).body).toEqual({ ready: true, quarantined: [meeting.id] });
  expect((await keyCaller(url, other.keys.follower).get(`${other.path}/export.json`)).status).toBe(200);
  const salvage = await facilitator.get(`${meeting.path}/salvage`);
  expect(salvage.headers.get('content-type')).toContain('text/markdown');
  expect(salvage.body).toContain('Ship it');
  expect(salvage.body).not.toContain('NEEDLE-IN-THE-LOG');
});

test('[G7] a meeting whose own record is damaged is closed before anybody is asked for a key, and is not "not found"', async () => {
  const { data, meeting } = await written();
  await flip(join(data, 'level'), '{"title":"First"');
  const url = await (await duetProcess(['serve'], { DUET_DATA: data })).ready;
  for (const key of [meeting.keys.facilitator, 'made-up']) {
    const { status, body } = await keyCaller(url, key).get(meeting.path);
    expect([status, body.type, body.quarantined]).toEqual([503, '/problems/quarantined', true]);
    expect((await closing(url, `/sync/${meeting.id}?key=${key}`)).code).toBe(1011);
  }
  expect((await keyCaller(url, 'none').get('/readyz')).body.quarantined).toContain(meeting.id);
});

/** Changes one byte of `text` wherever LevelDB's files hold it. */
async function flip(folder: string, text: string): Promise<void> {
  let found = 0;
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    const at = bytes.indexOf(text);
    if (at < 0) continue;
    bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1;
    await writeFile(join(folder, name), bytes);
    found++;
  }
  expect(found).toBeGreaterThan(0);
}
