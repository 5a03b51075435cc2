import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SessionPerson } from '../api/types.ts';
import { admit } from './admission.ts';

const MAYA: SessionPerson = { id: 'p1', name: 'Maya', side: 'product' };
const METADATA = { id: 'm1', title: 'Sync', role: 'participant', status: 'live', quarantined: false };

interface Answer {
  readonly status: number;
  readonly body: object;
}

const ok = (body: object = METADATA): Answer => ({ status: 200, body });
const problem = (status: number, type: string): Answer => ({
  status,
  body: { type: `/problems/${type}`, detail: 'No.' },
});

/** What the server says to: the bare key, the join, the session's own question. */
function serverSays(answers: { key?: Answer; join?: Answer; session?: Answer }) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const byKey = new Headers(init.headers).has('authorization');
    const answer = path.endsWith('/join') ? answers.join : byKey ? answers.key : answers.session;
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('a visit to a meeting', () => {
  test('with a good key and a known person goes straight in', async () => {
    serverSays({ key: ok(), join: ok({ role: 'participant' }), session: ok() });
    expect(await admit('m1', 'k', MAYA)).toMatchObject({ state: 'in' });
  });

  test('with a good key asks a stranger who they are', async () => {
    serverSays({ key: ok() });
    expect(await admit('m1', 'k', null)).toMatchObject({ state: 'introduce', metadata: { title: 'Sync' } });
  });

  test('[G18] with a replaced link still lets a member in', async () => {
    serverSays({ key: problem(401, 'not-signed-in'), session: ok() });
    expect(await admit('m1', 'old', MAYA)).toMatchObject({ state: 'in' });
  });

  test.each([
    ['bad-link', 'old', MAYA, { key: problem(401, 'not-signed-in'), session: problem(403, 'not-allowed') }],
    ['not-a-member', 'k', MAYA, { key: ok(), join: problem(403, 'not-allowed'), session: problem(403, 'not-allowed') }],
    ['not-a-member', null, MAYA, { session: problem(403, 'not-allowed') }],
    ['no-link', null, null, { session: problem(401, 'not-signed-in') }],
    ['no-such-meeting', null, null, { session: problem(404, 'not-found') }],
    ['no-such-meeting', 'k', null, { key: problem(404, 'not-found') }],
    ['damaged', null, MAYA, { session: ok({ ...METADATA, quarantined: true }) }],
    ['damaged', 'k', MAYA, { key: problem(503, 'quarantined') }],
    ['away', 'k', MAYA, {}],
  ] as const)('is refused as %s', async (reason, key, person, answers) => {
    serverSays(answers);
    expect(await admit('m1', key, person)).toMatchObject({ state: 'refused', reason });
  });
});
