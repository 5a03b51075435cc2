import { insertBlocks, read, sampleMeeting, setAttributes } from '@duet/document';
import { checklist, make, parseIsoDate, plain, sections } from '@duet/domain';
import { expect, test } from 'vitest';
import { Caller, createMeeting, keyCaller, liveDoc, signIn, testServer } from '../testing/harness.ts';

test('[M1] a new meeting answers with its links and keys, and its creator is a facilitator', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const { status, body } = await priya.post('/api/meetings', { title: 'Weekly', date: '2026-03-18' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ title: 'Weekly', date: '2026-03-18', status: 'draft', schemaVersion: 1 });
  expect(body.links.follower).toBe(`${url}/m/${body.id}#key=${body.keys.follower}`);
  expect(new Set(Object.values(body.keys)).size).toBe(3);
  const { body: meeting } = await priya.get(`/api/meetings/${body.id}`);
  expect(meeting).toMatchObject({ id: body.id, role: 'facilitator', quarantined: false, me: { name: 'Priya' } });
});

test('a meeting without a title and a day has the usual title and is today', async () => {
  const { url } = await testServer({ now: () => new Date('2026-03-18T23:00:00Z') });
  const { body } = await (await signIn(url, 'Priya')).post('/api/meetings', {});
  expect(body).toMatchObject({ title: 'Product and engineering sync', date: '2026-03-18' });
});

test('a sample meeting is filled, belongs to whoever asked for it, and takes no title of theirs', async () => {
  const { url } = await testServer({ now: () => new Date('2026-03-18T10:00:00Z') });
  const finn = await signIn(url, 'Finn', 'engineering');
  const { status, body } = await finn.post('/api/meetings', { sample: true });
  expect(status).toBe(201);
  const { title, people } = sampleMeeting(parseIsoDate('2026-03-18') ?? expect.fail());
  expect(body).toMatchObject({ title, date: '2026-03-18', status: 'draft', seriesId: null });
  expect((await finn.get(`/api/meetings/${body.id}`)).body).toMatchObject({ role: 'facilitator', status: 'draft' });
  const { body: notes } = await finn.get(`/api/meetings/${body.id}/export.json`);
  expect(notes.attention.length).toBeGreaterThan(3);
  expect(notes.facilitators).toContain('Finn');
  expect([...notes.facilitators, ...notes.attendees]).toHaveLength(people.length + 1);
  const refused = await finn.post('/api/meetings', { sample: true, title: 'Mine' });
  expect(refused).toMatchObject({ status: 400 });
  expect(refused.body.detail).toContain('a sample has its own title');
});

test('[M1] three browsers that open a new meeting at once see one template', async () => {
  const { url } = await testServer();
  const meeting = await createMeeting(await signIn(url, 'Priya'));
  const clients = await Promise.all([1, 2, 3].map(() => liveDoc(url, meeting.id, { key: meeting.keys.participant })));
  for (const { doc } of clients) {
    const keys = sections(read(doc)).map((section) => section.heading?.key);
    expect(keys).toHaveLength(10);
    expect(new Set(keys).size).toBe(10);
  }
});

test('[M2] joining by a key makes a member, puts them into the document and starts the meeting', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const jonas = new Caller(url);
  const joined = await jonas.post(`${meeting.path}/join`, {
    key: meeting.keys.facilitator,
    name: 'Jonas',
    side: 'engineering',
  });
  expect(joined).toMatchObject({ status: 200, body: { role: 'facilitator' } });
  const { body } = await jonas.get(`${meeting.path}/export.json`);
  expect(body).toMatchObject({ status: 'live', facilitators: ['Jonas', 'Priya'], attendees: [] });
  const { body: members } = await jonas.get(`${meeting.path}/members`);
  expect(members.members.map((member: { name: string }) => member.name)).toEqual(['Jonas', 'Priya']);
});

test('a facilitator who follows the link for followers stays a facilitator', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const { body } = await priya.post(`${meeting.path}/join`, { key: meeting.keys.follower });
  expect(body.role).toBe('facilitator');
});

test('[M2] coming again by the link writes nothing', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const join = () =>
    priya.post(`${meeting.path}/join`, { key: meeting.keys.facilitator, name: 'Priya', side: 'product' });
  await join();
  const { body } = await priya.get(`${meeting.path}/history`);
  expect((await join()).body.role).toBe('facilitator');
  expect((await priya.get(`${meeting.path}/history`)).body).toEqual(body);
});

test('a wrong key joins nothing and signs nobody in', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const [meeting, other] = [await createMeeting(priya), await createMeeting(priya)];
  for (const key of ['nonsense', other.keys.facilitator, `${meeting.id}.AAAA`]) {
    const stranger = new Caller(url);
    const { status, body } = await stranger.post(`${meeting.path}/join`, { key, name: 'Eve', side: 'other' });
    expect(status).toBe(403);
    expect(body.type).toBe('/problems/not-allowed');
    expect(stranger.headers.cookie).toBeUndefined();
  }
});

test('[M1] a draft in which somebody wrote is live', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  expect((await priya.get(meeting.path)).body.status).toBe('draft');
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  live.doc.getMap('meeting').set('title', 'Renamed');
  await live.saved();
  expect((await priya.get(meeting.path)).body).toMatchObject({ status: 'live', title: 'Renamed' });
  expect((await priya.get('/api/meetings')).body.meetings).toMatchObject([{ status: 'live', title: 'Renamed' }]);
});

test('[M30] how ready a meeting is can be asked, and a tick in its checklist does not change it', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  const ask = async () => (await priya.get(`${meeting.path}/readiness`)).body;
  const before = await ask();
  expect(before).toMatchObject({ done: 2, total: 5, missing: ['roadmap rows', 'upcoming work', 'risks, or “none”'] });
  for (const { id } of checklist(read(live.doc))) setAttributes(live.doc, id, { checked: true });
  insertBlocks(live.doc, [make.upcomingItem({ title: plain('Reminders'), engineering: plain('Needs the queue') })]);
  await live.saved();
  expect(await ask()).toMatchObject({
    done: 2,
    missing: ['roadmap rows', 'risks, or “none”', 'design doc of Reminders'],
    parts: expect.arrayContaining([{ key: 'upcoming', sides: ['engineering'], missing: [] }]),
  });
});

test('[M26] a follower raises a concern, which stands in the document under their name', async () => {
  const { url } = await testServer({ now: () => new Date('2026-03-18T10:00:00Z') });
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const darius = new Caller(url);
  await darius.post(`${meeting.path}/join`, { key: meeting.keys.follower, name: 'Darius', side: 'engineering' });
  const raised = await darius.post(`${meeting.path}/concerns`, { text: 'The vendor API is rate limited' });
  expect(raised).toMatchObject({ status: 201, body: { raisedBy: 'Darius', raisedOn: '2026-03-18' } });
  const { doc } = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
  const questions = sections(read(doc)).find((section) => section.heading?.key === 'questions');
  expect(questions?.blocks.at(-1)).toMatchObject({
    type: 'openQuestion',
    id: raised.body.id,
    raisedBy: 'Darius',
    raisedOn: '2026-03-18',
  });
});

test('[G11] while the server closes a concern is refused in words, not as a fault', async () => {
  const { url, duet } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  await duet.sync.close();
  const { status, body } = await priya.post(`${meeting.path}/concerns`, { text: 'Too late' });
  expect({ status, type: body.type }).toEqual({ status: 503, type: '/problems/unavailable' });
  expect(body.detail).toMatch(/restarted.*safe.*try again/);
});

test('[M26] a concern says which day it threatens, and one about nothing with a day threatens none', async () => {
  const { url } = await testServer({ now: () => new Date('2026-03-18T10:00:00Z') });
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  const sprintStart = parseIsoDate('2026-03-24');
  insertBlocks(live.doc, [make.upcomingItem({ id: 'reminders', title: plain('Reminders'), sprintStart })]);
  await live.saved();
  const raise = (about: string) => priya.post(`${meeting.path}/concerns`, { text: 'The queue is slow', about });
  expect((await raise('reminders')).body).toMatchObject({ raisedOn: '2026-03-18', threatens: '2026-03-24' });
  expect((await raise('gone')).body).toMatchObject({ threatens: null });
  const { attention } = (await priya.get(`${meeting.path}/export.json`)).body;
  expect(attention[0].why).toBe('Raised by Priya, 6 days ahead of Tue, Mar 24. It has no answer yet.');
});

test('the list of meetings comes newest first, a page at a time', async () => {
  let clock = Date.parse('2026-03-18T10:00:00Z');
  const { url } = await testServer({ now: () => new Date(clock++) });
  const priya = await signIn(url, 'Priya');
  for (const title of ['one', 'two', 'three']) await createMeeting(priya, { title });
  const first = (await priya.get('/api/meetings?limit=2')).body;
  expect(first.meetings.map((meeting: { title: string }) => meeting.title)).toEqual(['three', 'two']);
  const second = (await priya.get(`/api/meetings?limit=2&before=${first.next}`)).body;
  expect(second).toMatchObject({ meetings: [{ title: 'one' }], next: null });
});

test('meetings made in one millisecond all come, whatever the page', async () => {
  const { url } = await testServer({ now: () => new Date('2026-03-18T10:00:00Z') });
  const priya = await signIn(url, 'Priya');
  for (const title of ['one', 'two', 'three', 'four', 'five']) await createMeeting(priya, { title });
  const seen: string[] = [];
  for (let address = '/api/meetings?limit=2'; address !== ''; ) {
    const { meetings, next } = (await priya.get(address)).body;
    seen.push(...meetings.map(({ title }: { title: string }) => title));
    address = next === null ? '' : `/api/meetings?limit=2&before=${next}`;
  }
  expect(seen.sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
});

test('[G16] what a role may not do is refused', async () => {
  const { url } = await testServer();
  const meeting = await createMeeting(await signIn(url, 'Priya'));
  const refused: [string, string, string][] = [
    ['participant', 'POST', '/finalize'],
    ['participant', 'POST', '/reopen'],
    ['participant', 'GET', '/rescued'],
    ['participant', 'GET', '/salvage'],
    ['participant', 'DELETE', '/members/somebody'],
    ['participant', 'POST', '/keys/follower/rotate'],
    ['follower', 'POST', '/finalize'],
    ['follower', 'GET', '/late'],
    ['follower', 'PATCH', '/actions/some-action'],
    ['follower', 'POST', '/history/1/restore'],
  ];
  for (const [role, method, path] of refused) {
    const key = meeting.keys[role as 'participant' | 'follower'];
    const answer = await keyCaller(url, key).request(method, meeting.path + path);
    expect([role, method, path, answer.status]).toEqual([role, method, path, 403]);
  }
  for (const path of ['', '/export.json', '/history', '/revisions', '/members']) {
    expect((await keyCaller(url, meeting.keys.follower).get(meeting.path + path)).status).toBe(200);
  }
});

test('[G18] who calls: nobody, somebody who did not join, a made-up key, the key of another meeting', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const [meeting, other] = [await createMeeting(priya), await createMeeting(priya)];
  const eve = await signIn(url, 'Eve');
  const statuses = await Promise.all([
    new Caller(url).get(meeting.path),
    eve.get(meeting.path),
    keyCaller(url, 'made-up').get(meeting.path),
    keyCaller(url, other.keys.facilitator).get(meeting.path),
    keyCaller(url, meeting.keys.follower).get(meeting.path),
    priya.get('/api/meetings/AAAAAAAAAAAAAAAAAAAAAA'),
    priya.get('/api/meetings/short'),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([401, 403, 401, 403, 200, 404, 404]);
});

test('[G18] keys and session tokens are stored hashed', async () => {
  const { url, duet } = await testServer();
  const priya = await signIn(url, 'Priya');
  const { id, keys } = await createMeeting(priya);
  const documents = [id, `person:${priya.id}`];
  const records = await Promise.all(documents.map((document) => duet.store.records(document, '')));
  const stored = records
    .flatMap((each) => [...each].map(([name, value]) => name + Buffer.from(value).toString()))
    .join();
  expect(stored).toContain('Priya');
  const token = priya.headers.cookie?.split('.').at(-1) ?? '';
  for (const secret of [...Object.values(keys).map((key) => key.split('.')[1] ?? ''), token]) {
    expect(secret.length).toBeGreaterThan(20);
    expect(stored.includes(secret)).toBe(false);
  }
});
