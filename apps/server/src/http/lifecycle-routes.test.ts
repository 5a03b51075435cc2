import { createHash } from 'node:crypto';
import { insertBlocks, read, setAttributes } from '@duet/document';
import { make, plain, plainText } from '@duet/domain';
import { EXPORT_FORMATS } from '@duet/export';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import {
  type Caller,
  createMeeting,
  keyCaller,
  liveDoc,
  signIn,
  type TestMeeting,
  testServer,
} from '../testing/harness.ts';

const risk = (id: string, text: string, owner: string | null = null) => make.riskRow({ id, risk: plain(text), owner });

/** Writes as a participant, and waits until it is on the disk. */
async function write(url: string, meeting: TestMeeting, change: (doc: Y.Doc) => void): Promise<void> {
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  live.doc.transact(() => change(live.doc));
  await live.saved();
  live.provider.destroy();
}

async function meetingWithRisks(url: string): Promise<{ priya: Caller; meeting: TestMeeting }> {
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya, { title: 'Weekly', date: '2026-03-18' });
  await write(url, meeting, (doc) =>
    insertBlocks(doc, [
      {
        type: 'riskTable',
        rows: [
          risk('owned', 'Sandbox access', 'marcus'),
          risk('none', 'Vendor'),
          risk('group', 'Load', 'the team'),
          risk('empty', ''),
        ],
      },
      make.actionItem({ id: 'act', action: plain('Schedule the kickoff'), owner: 'priya' }),
    ]),
  );
  return { priya, meeting };
}

const resolutions = [
  { id: 'none', owner: '@wen' },
  { id: 'group', escalatedTo: 'Rosa' },
];

test('[M31] unowned risks keep a meeting open, and nothing of a failed attempt stays', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  const refused = await priya.post(`${meeting.path}/finalize`);
  expect(refused).toMatchObject({ status: 409, body: { type: '/problems/unowned-risks' } });
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(refused.body.findings).toEqual([
    { id: 'none', kind: 'unowned-risk', title: 'Vendor' },
    { id: 'group', kind: 'unowned-risk', title: 'Load' },
  ]);
  const half = await priya.post(`${meeting.path}/finalize`, { resolutions: resolutions.slice(0, 1) });
  expect(half.body.findings).toEqual([{ id: 'group', kind: 'unowned-risk', title: 'Load' }]);
  const { body } = await priya.get(`${meeting.path}/export.json`);
  expect(body.status).toBe('live');
  expect(body.risks.find((each: { id: string }) => each.id === 'none').owner).toBeNull();
});

test('[M31] what was settled in the review is in the notes, in one step with the lock', async () => {
  const { url, duet } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  await write(url, meeting, (doc) =>
    insertBlocks(doc, [
      make.upcomingItem({ id: 'talked', title: plain('Talked'), engineering: plain('Fine') }),
      make.upcomingItem({ id: 'held', title: plain('Held') }),
      make.decision({ id: 'pending', text: plain('Which phones?') }),
      make.openQuestion({ id: 'asked', question: plain('Why now?'), answer: plain('Prices.') }),
    ]),
  );
  const settled = [
    ...resolutions,
    { id: 'talked', feasibility: 'cleared' },
    { id: 'held', feasibility: 'not-feasible' },
    { id: 'pending', owner: 'Rosa' },
    { id: 'asked', answer: 'They rise.' },
    { id: 'act', due: '2026-04-02' },
  ];
  const headOf = async () => (await duet.store.load(meeting.id))?.head;
  const head = await headOf();
  for (const wrong of [
    { id: 'held', feasibility: 'cleared' },
    { id: 'act', escalatedTo: 'Rosa' },
    { id: 'act', due: 'soon' },
    { id: 'act', due: '2026-04-02', owner: 'wen' },
  ]) {
    const refused = await priya.post(`${meeting.path}/finalize`, { resolutions: [...settled, wrong] });
    expect([wrong, refused.status]).toEqual([wrong, 400]);
  }
  expect((await priya.post(`${meeting.path}/finalize`, { resolutions: settled.slice(1) })).status).toBe(409);
  expect(await headOf()).toBe(head);
  expect((await priya.post(`${meeting.path}/finalize`, { resolutions: settled })).status).toBe(200);
  const { body } = await priya.get(`${meeting.path}/export.json?revision=1`);
  expect(body.upcoming).toMatchObject([
    { feasibility: 'cleared', clearedBy: 'Priya' },
    { feasibility: 'not-feasible', clearedBy: null },
  ]);
  expect(body).toMatchObject({
    decisions: [{ state: 'pending', owner: 'Rosa' }],
    questions: [{ state: 'answered', answer: 'Prices. They rise.' }],
    actions: [{ due: '2026-04-02' }],
  });
});

test('[M31] the next meeting of a series offers the person whom risks were escalated to', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const series = (await priya.post('/api/series', { title: 'Weekly' })).body;
  const first = await createMeeting(priya, { seriesId: series.id });
  await write(url, first, (doc) => insertBlocks(doc, [{ type: 'riskTable', rows: [risk('none', 'Vendor')] }]));
  expect((await priya.get(first.path)).body.escalateTo).toBeNull();
  await priya.post(`${first.path}/finalize`, { resolutions: [{ id: 'none', escalatedTo: '@Dana Okafor' }] });
  const next = (await priya.post(`/api/series/${series.id}/next`)).body;
  expect((await priya.get(`/api/meetings/${next.id}`)).body.escalateTo).toBe('Dana Okafor');
});

test('[M31] finalizing names the revision, and its hash is that of the export as JSON', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  const { status, body } = await priya.post(`${meeting.path}/finalize`, { resolutions });
  expect(status).toBe(200);
  expect(body).toMatchObject({ revision: 1, finalizedBy: 'Priya' });
  const artefact = await priya.get(`${meeting.path}/export.json?revision=1`);
  expect(createHash('sha256').update(artefact.bytes).digest('hex')).toBe(body.sha256);
  expect(artefact.body.risks).toMatchObject([{ owner: 'marcus' }, { owner: 'wen' }, { escalatedTo: 'Rosa' }]);
  expect((await priya.get(meeting.path)).body).toMatchObject({
    status: 'finalized',
    revision: 1,
    finalizedBy: 'Priya',
  });
  expect(await priya.post(`${meeting.path}/finalize`)).toMatchObject({
    status: 409,
    body: { type: '/problems/finalized' },
  });
});

test('[G14] [M31] nobody writes in a finalized meeting; what arrives is kept for its author', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  const offline = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  offline.provider.disconnect();
  insertBlocks(offline.doc, [make.decision({ text: plain('We ship on Friday') })]);
  await priya.post(`${meeting.path}/finalize`, { resolutions });
  const back = await liveDoc(url, meeting.id, { key: meeting.keys.participant, doc: offline.doc });
  await back.saved();
  back.provider.destroy();
  await (await liveDoc(url, meeting.id, { key: meeting.keys.participant, doc: offline.doc })).saved();
  expect((await priya.get(`${meeting.path}/export.json`)).body.decisions).toEqual([]);
  const { body } = await priya.get(`${meeting.path}/late`);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ author: { name: 'participant', side: 'other' }, place: 'Follow-up' });
  expect(body.items[0].text).toContain('We ship on Friday');
  expect((await keyCaller(url, meeting.keys.participant).get(`${meeting.path}/late`)).body.items).toHaveLength(1);
  const rosa = await signIn(url, 'Rosa');
  await rosa.post(`${meeting.path}/join`, { key: meeting.keys.participant });
  expect((await rosa.get(`${meeting.path}/late`)).body.items).toEqual([]);
});

test('[M32] after the lock an action still moves, and the finalized bytes do not, in any format, after a restart too', async () => {
  const first = await testServer();
  const { priya, meeting } = await meetingWithRisks(first.url);
  await priya.post(`${meeting.path}/finalize`, { resolutions });
  const files = [...EXPORT_FORMATS.map((format) => `export.${format}`), 'export/risks.csv', 'export/actions.csv'];
  const artefacts = (caller: Caller) =>
    Promise.all(
      files.map(async (file) => {
        const { status, bytes } = await caller.get(`${meeting.path}/${file}?revision=1`);
        return { file, status, sha256: createHash('sha256').update(bytes).digest('hex') };
      }),
    );
  const before = await artefacts(priya);
  expect(before.filter(({ status }) => status !== 200)).toEqual([]);
  const moved = await keyCaller(first.url, meeting.keys.participant).request('PATCH', `${meeting.path}/actions/act`, {
    status: 'done',
    owner: '@jonas',
    due: '2026-04-01',
  });
  expect(moved).toMatchObject({ status: 200, body: { id: 'act', status: 'done', owner: 'jonas', due: '2026-04-01' } });
  expect((await priya.get(`${meeting.path}/export.json`)).body.actions).toMatchObject([
    { status: 'done', owner: 'jonas' },
  ]);
  expect(await artefacts(priya)).toEqual(before);
  await first.stop();
  const second = await testServer({ config: { dataFolder: first.duet.config.dataFolder } });
  const again = keyCaller(second.url, meeting.keys.follower);
  expect(await artefacts(again)).toEqual(before);
  expect((await again.get(`${meeting.path}/export.json?revision=1`)).body.actions).toMatchObject([{ status: 'open' }]);
});

test('[M32] reopening makes the next revision, and the first one stays as it was', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  expect((await priya.post(`${meeting.path}/reopen`)).status).toBe(409);
  const first = (await priya.post(`${meeting.path}/finalize`, { resolutions })).body;
  expect((await priya.post(`${meeting.path}/reopen`)).body).toEqual({ status: 'live', nextRevision: 2 });
  expect((await priya.get(meeting.path)).body).toMatchObject({ revisions: 1, reopened: { by: 'Priya' } });
  await write(url, meeting, (doc) => setAttributes(doc, 'act', { owner: 'wen' }));
  const changes = [{ kind: 'changed', id: 'act', title: 'Schedule the kickoff', what: ['Owner: wen, was priya'] }];
  expect((await priya.get(`${meeting.path}/changes?from=1`)).body).toEqual({ from: 1, to: null, changes });
  const second = (await priya.post(`${meeting.path}/finalize`)).body;
  expect((await priya.get(meeting.path)).body).toMatchObject({ revisions: 2, reopened: null });
  const reader = keyCaller(url, meeting.keys.follower);
  expect((await reader.get(`${meeting.path}/changes?from=1&to=2`)).body).toEqual({ from: 1, to: 2, changes });
  expect((await reader.get(`${meeting.path}/changes?from=1&to=3`)).status).toBe(404);
  expect((await reader.get(`${meeting.path}/changes?to=2`)).status).toBe(400);
  expect(second.revision).toBe(2);
  expect((await priya.get(`${meeting.path}/revisions`)).body.revisions).toEqual([first, second]);
  const owners = await Promise.all(
    [1, 2].map(async (n) => (await priya.get(`${meeting.path}/export.json?revision=${n}`)).body.actions[0].owner),
  );
  expect(owners).toEqual(['priya', 'wen']);
  expect((await priya.get(`${meeting.path}/export.json?revision=3`)).status).toBe(404);
});

test('[M31] finalizing while others type makes one artefact; nothing typed is lost', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  const typists = await Promise.all([1, 2, 3].map(() => liveDoc(url, meeting.id, { key: meeting.keys.participant })));
  const tokens: string[] = [];
  const typing = typists.map(async ({ doc, saved }, typist) => {
    for (let n = 0; n < 10; n++) {
      const token = `t${typist}n${n}`;
      tokens.push(token);
      insertBlocks(doc, [make.textBlock({ text: plain(token) })]);
      await saved();
    }
  });
  const attempts = await Promise.all([1, 2].map(() => priya.post(`${meeting.path}/finalize`, { resolutions })));
  await Promise.all(typing);
  expect(attempts.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { sha256 } = attempts.find(({ status }) => status === 200)?.body ?? {};
  const artefact = await priya.get(`${meeting.path}/export.json?revision=1`);
  expect(createHash('sha256').update(artefact.bytes).digest('hex')).toBe(sha256);
  const late = (await priya.get(`${meeting.path}/late`)).body.items
    .map((item: { text: string }) => item.text)
    .join(' ');
  const notes = JSON.stringify(artefact.body.notes);
  for (const token of tokens) expect([token, notes.includes(token) || late.includes(token)]).toEqual([token, true]);
});

test('[G9] a version of the past can be read, exported and brought back as an edit', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  const [{ seq: then }] = (await priya.get(`${meeting.path}/history`)).body.versions;
  const open = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  open.doc.transact(() => {
    open.doc.getXmlFragment('body').delete(0, open.doc.getXmlFragment('body').length);
  });
  await open.saved();
  expect((await priya.get(`${meeting.path}/export.json`)).body.risks).toEqual([]);
  const past = await priya.get(`${meeting.path}/history/${then}/export.json`);
  expect(past.body.risks).toHaveLength(3);
  expect((await priya.post(`${meeting.path}/history/${then}/restore`)).status).toBe(200);
  await open.saved();
  const risks = read(open.doc).blocks.flatMap((block) => (block.type === 'riskTable' ? block.rows : []));
  expect(risks.map((row) => plainText(row.risk))).toEqual(['Sandbox access', 'Vendor', 'Load', '']);
  expect((await priya.get(`${meeting.path}/history/99999/export.json`)).status).toBe(404);
});

test('[G9] finalizing leaves a labelled version that says who wrote', async () => {
  const { url } = await testServer();
  const { priya, meeting } = await meetingWithRisks(url);
  await priya.post(`${meeting.path}/finalize`, { resolutions });
  const { versions } = (await priya.get(`${meeting.path}/history`)).body;
  const labelled = versions.find((version: { label?: string }) => version.label === 'Finalized, revision 1');
  expect(labelled.authors).toContainEqual({ name: 'Priya', side: 'product' });
  expect(versions.at(-1)).toMatchObject({ seq: 1, label: 'Created' });
  expect((await priya.post(`${meeting.path}/history/1/restore`)).status).toBe(409);
});
