import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import { listMembers, viewMember } from '../meetings/describe.ts';
import { changeRole, removeMember, rotateKey } from '../meetings/members.ts';
import { Problem } from '../problem.ts';
import { isRole } from '../records/meeting-file.ts';
import { jsonBody } from './body.ts';
import type { Env, Web } from './context.ts';
import { inviteLink } from './meeting-view.ts';
import { meetingRequest, originOf } from './request.ts';
import { roleShape } from './shapes.ts';

export function memberRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.get('/:id/members', async (c) => {
    const { file } = await meetingRequest(duet, c);
    return c.json({ members: await listMembers(file) });
  });

  web.patch('/:id/members/:memberId', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const { role } = await jsonBody(c, roleShape);
    return c.json(viewMember(await changeRole(duet, file, c.req.param('memberId'), role)));
  });

  web.delete('/:id/members/:memberId', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    await removeMember(duet, file, c.req.param('memberId'));
    return c.body(null, 204);
  });

  web.post('/:id/keys/:role/rotate', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const role = c.req.param('role');
    if (!isRole(role)) throw new Problem('not-found', 'The roles are facilitator, participant and follower.');
    const key = await rotateKey(duet, file, role);
    return c.json({ role, key, link: inviteLink(originOf(duet, c), file.id, key) });
  });

  return web;
}
