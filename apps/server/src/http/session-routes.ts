import { Hono } from 'hono';
import { colorOf } from '../auth/colors.ts';
import type { Duet } from '../duet.ts';
import type { PersonRecord } from '../records/types.ts';
import { jsonBody } from './body.ts';
import type { Env, Web } from './context.ts';
import { personOf, requirePerson, setSession } from './request.ts';
import { sessionShape } from './shapes.ts';

/** Who somebody says they are: a name and a side, no password. What it opens depends on invite links alone. */
export function sessionRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.post('/', async (c) => {
    const details = await jsonBody(c, sessionShape);
    const known = await personOf(duet, c);
    if (known) return c.json(view(await duet.people.rename(known.id, details)));
    const { person, token } = await duet.people.signIn(details);
    setSession(duet, c, token);
    return c.json(view(person), 201);
  });

  web.get('/', async (c) => c.json(view(await requirePerson(duet, c))));

  return web;
}

function view({ id, name, side }: PersonRecord) {
  return { id, name, side, color: colorOf(id) };
}
