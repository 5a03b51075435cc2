import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { insertBlocks, read } from '@duet/document';
import { make, plain, plainText } from '@duet/domain';
import { expect, onTestFinished, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { createMeeting, keyCaller, liveDoc, signIn, temporaryFolder } from '../testing/harness.ts';
import { duet, duetProcess } from '../testing/process.ts';

// Each starts several processes, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 90_000 });

const LINE = /^[^\n]+\n$/;

function texts(doc: Y.Doc): string[] {
  return read(doc).blocks.flatMap((block) => (block.type === 'textBlock' ? [plainText(block.text)] : []));
}

test('a wrong variable is one line on stderr, and nothing is served', async () => {
  const { code, stdout, stderr } = await duet(['serve'], { PORT: 'http', DUET_DATA: await temporaryFolder() });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(LINE);
  expect(stderr).toContain('PORT is "http"');
});

test('a port that is taken is one line', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  onTestFinished(() => {
    other.close();
  });
  const { code, stderr } = await duet(['serve'], { PORT: String(port), DUET_DATA: await temporaryFolder() });
  expect([code, stderr]).toEqual([1, expect.stringMatching(LINE)]);
  expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken`);
});

test('a data folder that is a file is one line, and the file stays', async () => {
  const file = join(await temporaryFolder(), 'data');
  await writeFile(file, 'mine');
  const { code, stderr } = await duet(['serve'], { DUET_DATA: file });
  expect([code, stderr]).toEqual([1, expect.stringMatching(LINE)]);
  expect(stderr).toContain(file);
});

test('[G11] a second server on the same data folder gives way in one line; a signal ends the first with 0 and 1012', async () => {
  const data = await temporaryFolder();
  const first = await duetProcess(['serve'], { DUET_DATA: data });
  const url = await first.ready;
  const second = await duet(['serve'], { DUET_DATA: data });
  expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(LINE)]);
  const meeting = await createMeeting(await signIn(url, 'Priya'));
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  insertBlocks(live.doc, [make.textBlock({ text: plain('last words') })]);
  first.child.kill('SIGTERM');
  expect(await live.closed).toBe(1012);
  expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
  const again = await (await duetProcess(['serve'], { DUET_DATA: data })).ready;
  const reader = await liveDoc(again, meeting.id, { key: meeting.keys.follower });
  expect(texts(reader.doc)).toContain('last words');
});

test('[G1] [G2] killed while people type, it has everything that was acknowledged or seen by others', async () => {
  const data = await temporaryFolder();
  let server = await duetProcess(['serve'], { DUET_DATA: data });
  let url = await server.ready;
  const meeting = await createMeeting(await signIn(url, 'Priya'));
  const owed = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const writer = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
    const reader = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
    reader.doc.on('update', () => {
      for (const text of texts(reader.doc)) owed.add(text);
    });
    for (let n = 0; n < 20; n++) {
      const token = `round ${round} word ${n}`;
      insertBlocks(writer.doc, [make.textBlock({ text: plain(token) })]);
      if (n % 5 === 4) {
        await writer.saved();
        owed.add(token);
      }
    }
    server.child.kill('SIGKILL');
    await server.ended;
    await Promise.all([writer.closed, reader.closed]);
    server = await duetProcess(['serve'], { DUET_DATA: data });
    url = await server.ready;
    const after = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
    const there = new Set(texts(after.doc));
    expect([...owed].filter((text) => !there.has(text))).toEqual([]);
    expect(owed.size).toBeGreaterThanOrEqual(4 * (round + 1));
  }
});

test('[G18] neither keys nor cookies reach the log, however much is logged', async () => {
  const server = await duetProcess(['serve'], { DUET_DATA: await temporaryFolder(), LOG_LEVEL: 'trace' });
  const url = await server.ready;
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  await keyCaller(url, meeting.keys.facilitator).get(`${meeting.path}/export.json?key=${meeting.keys.facilitator}`);
  await priya.post(`${meeting.path}/join`, { key: meeting.keys.follower });
  server.child.kill('SIGTERM');
  const { stdout, stderr } = await server.ended;
  expect(stderr).toContain(`${meeting.path}/export.json`);
  for (const secret of [...Object.values(meeting.keys), priya.headers.cookie ?? '']) {
    expect((stdout + stderr).includes(secret.split('.').at(-1) ?? '')).toBe(false);
  }
});

const OTHERS = 0o077;

test('what it writes is readable for its owner alone, and a data folder that was open before is told of', async () => {
  const folder = await temporaryFolder();
  const [own, open] = [join(folder, 'own'), join(folder, 'open')];
  await mkdir(open);
  await chmod(open, 0o755);
  const servers = await Promise.all(
    [own, open].map((data) => duetProcess(['serve'], { DUET_DATA: data, LOG_LEVEL: 'warn' })),
  );
  await Promise.all(servers.map(async ({ ready }) => createMeeting(await signIn(await ready, 'Priya'))));
  for (const data of [own, open]) {
    const paths = await readdir(data, { recursive: true });
    const modes = await Promise.all(paths.map(async (path) => (await stat(join(data, path))).mode & OTHERS));
    expect(Object.fromEntries(paths.map((path, index) => [path, modes[index]]))).toEqual(
      Object.fromEntries(paths.map((path) => [path, 0])),
    );
    expect(paths).toContain('control.json');
  }
  expect([(await stat(own)).mode & OTHERS, (await stat(open)).mode & OTHERS]).toEqual([0, 0o055]);
  for (const { child } of servers) child.kill('SIGTERM');
  const [quiet = '', told = ''] = await Promise.all(
    servers.map(async ({ ended }) => ended.then(({ stdout, stderr }) => stdout + stderr)),
  );
  expect([quiet, told].map((output) => output.includes('chmod o-rwx'))).toEqual([false, true]);
});
