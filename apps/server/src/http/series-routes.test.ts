import { appendText, insertBlocks, read, setAttributes } from '@duet/document';
import { make, plain, plainText, sections } from '@duet/domain';
import { expect, test } from 'vitest';
import { type Caller, createMeeting, keyCaller, liveDoc, signIn, testServer, until } from '../testing/harness.ts';

test('[M35] the next meeting has what is open, a week later, and the other side opens', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const jonas = await signIn(url, 'Jonas', 'engineering');
  const series = (await priya.post('/api/series', { title: 'Product sync' })).body;
  const first = await createMeeting(priya, { seriesId: series.id, date: '2026-03-18' });
  await jonas.post(`/api/meetings/${first.id}/join`, { key: first.keys.facilitator });
  const live = await liveDoc(url, first.id, { key: first.keys.participant });
  insertBlocks(live.doc, [
    make.actionItem({ id: 'open', action: plain('Kickoff'), owner: 'priya' }),
    make.actionItem({ id: 'done', action: plain('Over'), status: 'done' }),
  ]);
  await live.saved();

  const next = await jonas.post(`/api/series/${series.id}/next`);
  expect(next).toMatchObject({ status: 201, body: { title: 'Product sync', date: '2026-03-25', seriesId: series.id } });
  const { doc } = await liveDoc(url, next.body.id, { key: next.body.keys.follower });
  const actions = read(doc).blocks.filter((block) => block.type === 'actionItem');
  expect(actions).toMatchObject([{ id: 'open', carried: 1, since: '2026-03-18' }]);
  const openers = (meeting: ReturnType<typeof read>) =>
    sections(meeting).flatMap(({ heading }) => heading?.opener ?? []);
  expect(openers(read(doc))[0]).toBe('engineering');
  expect(openers(read(live.doc))[0]).toBe('product');

  expect((await jonas.get('/api/series')).body.series).toMatchObject([
    { id: series.id, title: 'Product sync', meetings: [next.body.id, first.id] },
  ]);
});

test('[M35] members come into the next meeting as they were, and stand in it once they open it', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const rosa = await signIn(url, 'Rosa', 'engineering');
  const series = (await priya.post('/api/series', { title: 'Product sync' })).body;
  const first = await createMeeting(priya, { seriesId: series.id });
  await rosa.post(`/api/meetings/${first.id}/join`, { key: first.keys.participant });
  const next = (await priya.post(`/api/series/${series.id}/next`)).body;
  expect((await rosa.get(`/api/meetings/${next.id}`)).body.role).toBe('participant');
  const names = async () => (await priya.get(`/api/meetings/${next.id}/export.json`)).body.attendees;
  expect(await names()).toEqual([]);
  await liveDoc(url, next.id, { headers: { cookie: rosa.headers.cookie ?? '' } });
  expect(await names()).toEqual(['Rosa']);
});

test('[M35] a meeting names the one before it to who may read that one, and that one says what came out of it', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const wen = await signIn(url, 'Wen', 'engineering');
  const series = (await priya.post('/api/series', { title: 'Product sync' })).body;
  const first = await createMeeting(priya, { seriesId: series.id, date: '2026-03-18' });
  const live = await liveDoc(url, first.id, { key: first.keys.participant });
  const actions = ['call', 'ask'].map((id) => make.actionItem({ id, action: plain(id), owner: 'priya' }));
  insertBlocks(live.doc, actions);
  await live.saved();
  expect((await priya.get(first.path)).body.previous).toBeNull();
  expect((await priya.get(`${first.path}/outcome`)).body).toMatchObject({
    meeting: { date: '2026-03-18', people: [] },
    laterChanges: [],
  });

  await priya.post(`${first.path}/finalize`, {});
  await priya.request('PATCH', `${first.path}/actions/call`, { status: 'done' });
  const next = (await priya.post(`/api/series/${series.id}/next`)).body;
  await wen.post(`/api/meetings/${next.id}/join`, { key: next.keys.participant });
  const asked = (caller: Caller) => caller.get(`/api/meetings/${next.id}`);
  expect((await asked(priya)).body.previous).toBe(first.id);
  // As it was final, and apart from that what moved since.
  const { meeting, laterChanges } = (await priya.get(`${first.path}/outcome`)).body;
  const entries = meeting.blocks.filter(({ type }: { type: string }) => type === 'actionItem');
  expect(entries).toMatchObject([
    { id: 'call', status: 'open' },
    { id: 'ask', status: 'open' },
  ]);
  expect(laterChanges).toMatchObject([{ actionId: 'call', field: 'status', to: 'done' }]);

  // Who came in later, and whoever has only a key, is not told of it, and can't ask for it.
  expect((await asked(wen)).body.previous).toBeNull();
  expect((await asked(keyCaller(url, next.keys.facilitator))).body.previous).toBeNull();
  expect((await wen.get(`${first.path}/outcome`)).status).toBe(403);
  await wen.post(`${first.path}/join`, { key: first.keys.follower });
  expect((await asked(wen)).body.previous).toBe(first.id);
  await priya.request('DELETE', `${first.path}/members/${wen.id}`);
  expect((await asked(wen)).body.previous).toBeNull();
});

test('[M36] a meeting knows what the others of its series decided, as far as the caller may read them', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const wen = await signIn(url, 'Wen', 'engineering');
  const series = (await priya.post('/api/series', { title: 'Product sync' })).body;
  const first = await createMeeting(priya, { seriesId: series.id, date: '2026-03-18' });
  const live = await liveDoc(url, first.id, { key: first.keys.participant });
  insertBlocks(live.doc, [
    make.decision({ id: 'labels', text: plain('Labels in three colours'), state: 'decided', decidedBy: ['Priya'] }),
    make.decision({ id: 'phones', text: plain('Which phones?') }),
  ]);
  await live.saved();
  const next = (await priya.post(`/api/series/${series.id}/next`)).body;
  await wen.post(`/api/meetings/${next.id}/join`, { key: next.keys.facilitator });
  const told = async (caller: Caller, id: string) =>
    (await caller.get(`/api/meetings/${id}/decisions`)).body.decisions.map(
      (decision: { id: string; state: string; supersedes: string | null }) =>
        [decision.id, decision.state, decision.supersedes].filter(Boolean).join(' '),
    );
  expect((await priya.get(`/api/meetings/${next.id}/decisions`)).body.decisions[0]).toEqual({
    id: 'labels',
    meetingId: first.id,
    text: 'Labels in three colours',
    state: 'decided',
    decidedBy: ['Priya'],
    day: '2026-03-18',
    supersedes: null,
  });
  expect(await told(wen, next.id)).toEqual([]);
  expect(await told(keyCaller(url, next.keys.facilitator), next.id)).toEqual([]);
  expect((await wen.get(`${first.path}/decisions`)).status).toBe(403);

  // The one that replaces it is known to the older meeting, which is final by then and can't say so itself.
  await priya.post(`${first.path}/finalize`, {});
  expect(await told(priya, next.id)).toEqual(['labels decided', 'phones pending']);
  const later = await liveDoc(url, next.id, { key: next.keys.participant });
  insertBlocks(later.doc, [make.decision({ id: 'four', text: plain('Labels in four colours'), supersedes: 'labels' })]);
  await later.saved();
  expect(await told(priya, first.id)).toEqual(['phones pending', 'four pending labels']);

  // Opened again, its decisions may change, and are read anew.
  await priya.post(`${first.path}/reopen`, {});
  const again = await liveDoc(url, first.id, { key: first.keys.participant });
  setAttributes(again.doc, 'labels', { state: 'superseded' });
  await again.saved();
  expect(await told(priya, next.id)).toEqual(['labels superseded', 'phones pending']);
});

test('only who made a series or facilitated its last meeting starts the next one', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const eve = await signIn(url, 'Eve');
  const series = (await priya.post('/api/series', { title: 'Product sync' })).body;
  expect((await eve.post(`/api/series/${series.id}/next`)).status).toBe(403);
  expect((await eve.post('/api/meetings', { seriesId: series.id })).status).toBe(403);
  expect((await priya.post('/api/series/AAAAAAAAAAAAAAAAAAAAAA/next')).status).toBe(404);
  expect((await priya.post(`/api/series/${series.id}/next`)).status).toBe(201);
});

test('[M31] [M35] a late edit that a facilitator notes for the next meeting stands in its section there', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const series = (await priya.post('/api/series', { title: 'Product sync' })).body;
  const first = await createMeeting(priya, { seriesId: series.id });
  await priya.post(`${first.path}/finalize`);
  const late = await liveDoc(url, first.id, { key: first.keys.participant });
  appendText(late.doc, 'Decisions', 'Legal says yes');
  await late.saved();
  const [item] = (await priya.get(`${first.path}/late`)).body.items;
  const note = () => priya.request('PATCH', `${first.path}/late/${item.id}`, { handled: true, forNext: true });
  expect((await note()).body).toMatchObject({ handled: { by: 'Priya', forNext: true } });

  const next = (await priya.post(`/api/series/${series.id}/next`)).body;
  const { doc } = await liveDoc(url, next.id, { key: next.keys.follower });
  const decisions = sections(read(doc)).find(({ heading }) => heading?.key === 'decisions')?.blocks ?? [];
  const words = decisions.map((block) => (block.type === 'textBlock' ? plainText(block.text) : ''));
  expect(words.at(-1)).toMatch(/^participant, after the last notes were final: .*Legal says yes/);
  expect((await note()).body).toMatchObject({ changed: false });

  appendText(late.doc, 'Decisions', 'And so do we');
  await late.saved();
  const { items } = (await priya.get(`${first.path}/late`)).body;
  const noteLast = (by: Caller) =>
    by.request('PATCH', `${first.path}/late/${items.at(-1).id}`, { handled: true, forNext: true });
  expect(await noteLast(keyCaller(url, first.keys.facilitator))).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('made already') },
  });
  expect((await noteLast(priya)).body).toMatchObject({ changed: true, handled: { forNext: true } });
  expect((await noteLast(priya)).body).toMatchObject({ changed: false });
  const put = () =>
    read(doc).blocks.filter((block) => block.type === 'textBlock' && /do we/.test(plainText(block.text)));
  await until(doc, () => put().length > 0);
  expect(put()).toHaveLength(1);
});
