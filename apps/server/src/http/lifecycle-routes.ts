import { plainText } from '@duet/domain';
import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import { changeAction } from '../meetings/action-changes.ts';
import { finalizeMeeting, reopenMeeting } from '../meetings/finalize.ts';
import { lateTexts, rescuedTexts, setHandled } from '../meetings/kept-lists.ts';
import { noteForNext } from '../meetings/notes-for-next.ts';
import { changesBetween, outcomeOf, revisionsOf } from '../meetings/revisions.ts';
import { Problem } from '../problem.ts';
import type { RevisionRecord } from '../records/types.ts';
import { jsonBody } from './body.ts';
import type { Env, Web } from './context.ts';
import { countOf, meetingRequest, originOf } from './request.ts';
import { actionPatchShape, finalizeShape, handledShape, lateHandledShape } from './shapes.ts';

/** Locking a meeting, opening it again, and what still moves or arrives afterwards. */
export function lifecycleRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.post('/:id/finalize', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const { resolutions, followUp } = await jsonBody(c, finalizeShape);
    const choice = { ...followUp, address: `${originOf(duet, c)}/m/${file.id}` };
    return c.json(revisionView(await finalizeMeeting(duet, file.id, caller, resolutions, choice)));
  });

  web.post('/:id/reopen', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    return c.json(await reopenMeeting(duet, file.id, caller));
  });

  web.get('/:id/revisions', async (c) => {
    const { file } = await meetingRequest(duet, c);
    return c.json({ revisions: (await revisionsOf(duet, file.id)).map(revisionView) });
  });

  web.get('/:id/changes', async (c) => {
    const { file } = await meetingRequest(duet, c);
    const { from, to } = c.req.query();
    const [earlier, later] = [countOf(from), countOf(to)];
    if (earlier === null || (to !== undefined && later === null)) {
      throw new Problem('bad-request', 'from and to: must be numbers of revisions. Without to: until now.');
    }
    return c.json({ from: earlier, to: later, changes: await changesBetween(duet, file.id, earlier, later) });
  });

  web.get('/:id/outcome', async (c) => {
    const { file } = await meetingRequest(duet, c);
    return c.json(await outcomeOf(duet, file.id));
  });

  web.patch('/:id/actions/:actionId', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator', 'participant'] });
    const patch = await jsonBody(c, actionPatchShape);
    const { id, owner, action, due, status } = await changeAction(
      duet,
      file.id,
      c.req.param('actionId'),
      caller,
      patch,
    );
    return c.json({ id, owner, action: plainText(action), due, status });
  });

  web.get('/:id/late', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator', 'participant'] });
    return c.json({ items: await lateTexts(duet, file.id, caller.role === 'facilitator' ? null : caller.id) });
  });

  web.get('/:id/rescued', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    return c.json({ items: await rescuedTexts(duet, file.id) });
  });

  web.patch('/:id/rescued/:item', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const { handled } = await jsonBody(c, handledShape);
    return c.json(
      await setHandled(duet, file.id, `rescued/${c.req.param('item')}`, handled ? { by: caller.name } : null),
    );
  });

  web.patch('/:id/late/:item', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const said = await jsonBody(c, lateHandledShape);
    const item = c.req.param('item');
    if ('forNext' in said) return c.json(await noteForNext(duet, file, item, caller));
    return c.json(await setHandled(duet, file.id, `late/${item}`, said.handled ? { by: caller.name } : null));
  });

  return web;
}

function revisionView({ number, sha256, finalizedAt, finalizedBy }: RevisionRecord) {
  return { revision: number, sha256, finalizedAt, finalizedBy };
}
