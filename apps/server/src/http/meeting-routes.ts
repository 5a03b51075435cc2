import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import { raiseConcern } from '../meetings/concerns.ts';
import { describeMeeting, listMeetings } from '../meetings/describe.ts';
import { joinMeeting } from '../meetings/join-meeting.ts';
import { describeReadiness } from '../meetings/readiness.ts';
import { salvageMeeting } from '../meetings/salvage.ts';
import { startSampleMeeting } from '../meetings/sample-meeting.ts';
import { startMeeting } from '../meetings/series.ts';
import { Problem } from '../problem.ts';
import type { PersonRecord } from '../records/types.ts';
import { jsonBody } from './body.ts';
import type { Ctx, Env, Web } from './context.ts';
import { download } from './download.ts';
import { newMeetingView } from './meeting-view.ts';
import { countOf, meetingRequest, originOf, personOf, requirePerson, setSession } from './request.ts';
import { concernShape, joinShape, newMeetingShape } from './shapes.ts';

const PAGE = 50;
const LONGEST_PAGE = 200;

export function meetingRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.post('/', async (c) => {
    const person = await requirePerson(duet, c);
    const { sample, seriesId, ...details } = await jsonBody(c, newMeetingShape);
    const meeting = sample
      ? await startSampleMeeting(duet, person, details.date)
      : await startMeeting(duet, person, details, seriesId);
    return c.json(newMeetingView(meeting, originOf(duet, c)), 201);
  });

  web.get('/', async (c) => {
    const person = await requirePerson(duet, c);
    const limit = Math.min(countOf(c.req.query('limit')) ?? PAGE, LONGEST_PAGE);
    return c.json(await listMeetings(duet, person, { limit, before: c.req.query('before') ?? null }));
  });

  web.post('/:id/join', async (c) => {
    const { key, name, side } = await jsonBody(c, joinShape);
    const known = await personOf(duet, c);
    const details = { name: name ?? known?.name, side: side ?? known?.side };
    if (details.name === undefined || details.side === undefined) {
      throw new Problem('bad-request', 'Say name and side. Nothing was changed.');
    }
    const said = { name: details.name, side: details.side };
    const member = await joinMeeting(duet, c.req.param('id'), key, () => named(duet, c, known, said));
    return c.json({ role: member.role, memberId: member.id, name: member.name, side: member.side });
  });

  web.get('/:id', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { evenDamaged: true });
    return c.json(await describeMeeting(duet, file, caller));
  });

  web.get('/:id/readiness', async (c) => {
    const { file } = await meetingRequest(duet, c);
    return c.json(await describeReadiness(duet, file.id));
  });

  web.get('/:id/decisions', async (c) => {
    const { file, caller } = await meetingRequest(duet, c);
    return c.json({ decisions: await duet.decisions.around(duet, file, caller) });
  });

  web.post('/:id/concerns', async (c) => {
    const { file, caller } = await meetingRequest(duet, c);
    const concern = await jsonBody(c, concernShape);
    return c.json(await raiseConcern(duet, file.id, caller, concern), 201);
  });

  web.get('/:id/salvage', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'], evenDamaged: true });
    const bytes = await salvageMeeting(duet, file);
    return download(c, bytes, { mediaType: 'text/markdown; charset=utf-8', name: 'salvaged.md' });
  });

  web.post('/:id/transcript', async (c) => {
    await meetingRequest(duet, c, { roles: ['facilitator', 'participant'] });
    throw new Problem('not-implemented', 'Transcripts cannot be read yet. Nothing was changed.');
  });

  return web;
}

/** The person of the session under this name; somebody new when there is no session yet. */
async function named(
  duet: Duet,
  c: Ctx,
  known: PersonRecord | null,
  details: Pick<PersonRecord, 'name' | 'side'>,
): Promise<PersonRecord> {
  if (known === null) {
    const { person, token } = await duet.people.signIn(details);
    setSession(duet, c, token);
    return person;
  }
  if (known.name === details.name && known.side === details.side) return known;
  return duet.people.rename(known.id, details);
}
