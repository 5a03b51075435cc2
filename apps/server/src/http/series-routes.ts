import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import { createSeries, startNextMeeting } from '../meetings/series.ts';
import { jsonBody } from './body.ts';
import type { Env, Web } from './context.ts';
import { newMeetingView } from './meeting-view.ts';
import { originOf, requirePerson } from './request.ts';
import { meetingDetailsShape, seriesShape } from './shapes.ts';

export function seriesRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.post('/', async (c) => {
    const person = await requirePerson(duet, c);
    const { title } = await jsonBody(c, seriesShape);
    const { id, createdAt } = await createSeries(duet, title, person);
    return c.json({ id, title, createdAt }, 201);
  });

  web.get('/', async (c) => {
    const person = await requirePerson(duet, c);
    const listed = await duet.people.listed(person.id, 'series');
    const series = await Promise.all(listed.map(({ id }) => describe(duet, id)));
    return c.json({ series: series.filter((each) => each !== null) });
  });

  web.post('/:id/next', async (c) => {
    const person = await requirePerson(duet, c);
    const details = await jsonBody(c, meetingDetailsShape);
    const meeting = await startNextMeeting(duet, person, details, c.req.param('id'));
    return c.json(newMeetingView(meeting, originOf(duet, c)), 201);
  });

  return web;
}

/** Null where the series itself is damaged: the others are still listed. */
async function describe(duet: Duet, id: string) {
  const series = await duet.series.find(id).catch(() => null);
  if (series === null) return null;
  const meetings = await duet.series.meetings(id);
  const { title, createdAt } = series;
  return { id, title, createdAt, meetings: meetings.map((meeting) => meeting.id).reverse() };
}
