import { AUDIENCES, type Audience, newId } from '@duet/domain';
import { PACK_FORMATS, type PackFormat, packExporters } from '@duet/export';
import { type Context, Hono } from 'hono';
import { clientAddress } from '../auth/client-address.ts';
import type { Duet } from '../duet.ts';
import { jsonBody } from '../http/body.ts';
import type { Env, Web } from '../http/context.ts';
import { download } from '../http/download.ts';
import { meetingRequest, originOf } from '../http/request.ts';
import { Problem } from '../problem.ts';
import { RateLimit } from '../sockets/rate-limit.ts';
import { currentFollowUp, markSent, sendNow } from './actions.ts';
import { channelsChange, channelsOf, channelView, recipientsOf } from './channels.ts';
import { testMessage } from './compose.ts';
import { ATTEMPT_MS, deliver } from './delivery/deliver.ts';
import { packBytes } from './packs.ts';
import { channelsShape, markShape, testShape } from './shapes.ts';
import { followUpStatus } from './status.ts';
import type { ChannelsRecord } from './types.ts';

/** A test writes to somebody at once: no address may ask for more of them than a person would. */
const TESTS_PER_SECOND = 0.5;

/** What is sent after a meeting, to whom, and how that went (M34). Whoever facilitates sends; everybody may look. */
export function followUpRoutes(duet: Duet): Web {
  const web = new Hono<Env>();
  const tests = new RateLimit(TESTS_PER_SECOND);

  web.get('/:id/follow-up', async (c) => {
    const { file, caller } = await meetingRequest(duet, c);
    return c.json(await followUpStatus(duet, file, caller.role === 'facilitator'));
  });

  web.get('/:id/follow-up/channels', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    return c.json(channelsView(duet, await channelsOf(duet.store, file)));
  });

  web.put('/:id/follow-up/channels', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const asked = await jsonBody(c, channelsShape);
    const { seriesId } = file.record;
    const channels = await duet.serial.run(seriesId ? `series:${seriesId}` : file.id, async () => {
      const { change, channels } = channelsChange(file, await channelsOf(duet.store, file), asked);
      await duet.store.commit([change]);
      return channels;
    });
    return c.json(channelsView(duet, channels));
  });

  web.post('/:id/follow-up/channels/test', async (c) => {
    const { file } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const { audience, channel: id } = await jsonBody(c, testShape);
    const channel = (await channelsOf(duet.store, file))[audience].find((each) => each.id === id);
    if (!channel) throw new Problem('not-found', 'There is no such channel. Save it before you test it.');
    if (!tests.take(clientAddress(c.env.incoming, duet.config.trustProxy)))
      throw new Problem('too-fast', 'Tests are sent one after another. Try again in a few seconds.');
    const now = duet.now().getTime();
    const freeAt = duet.quota.freeAt(file.id, now);
    if (freeAt > now) {
      const when = `${new Date(freeAt).toISOString().slice(11, 16)} UTC`;
      throw new Problem('too-fast', `As many messages as may leave in an hour have left. Try again at ${when}.`);
    }
    duet.quota.take(file.id, now);
    const [to = ''] = recipientsOf(channel);
    const message = testMessage(newId(22), `${originOf(duet, c)}/m/${file.id}`);
    const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    const outcome = await deliver(duet.config, { channel, to, message, now, signal });
    return c.json(outcome.kind === 'sent' ? { sent: true, to } : { sent: false, to, reason: outcome.reason });
  });

  web.post('/:id/follow-up/:audience/send', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    await sendNow(duet, file, audienceOf(c), caller);
    return c.json(await followUpStatus(duet, file, true), 202);
  });

  web.patch('/:id/follow-up/:audience', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator'] });
    const { sent } = await jsonBody(c, markShape);
    await markSent(duet, file.id, audienceOf(c), sent ? caller : null);
    return c.json(await followUpStatus(duet, file, true));
  });

  web.get('/:id/follow-up/:audience/:file{pack\\.[a-z]+}', async (c) => {
    const { file } = await meetingRequest(duet, c);
    const audience = audienceOf(c);
    const format = formatOf(c.req.param('file').slice('pack.'.length));
    const { revision } = await currentFollowUp(duet, file.id, audience);
    const bytes = await packBytes(duet, file.id, revision, audience, format);
    const { mediaType, extension } = packExporters.notes[format];
    return download(c, bytes, { mediaType, name: `follow-up.${extension}` });
  });

  return web;
}

function audienceOf(c: Context<Env>): Audience {
  const found = AUDIENCES.find((each) => each === c.req.param('audience'));
  if (!found) throw new Problem('not-found', `There is no such audience. There are ${AUDIENCES.join(', ')}.`);
  return found;
}

function formatOf(text: string): PackFormat {
  const found = PACK_FORMATS.find((each) => each === text);
  if (!found) throw new Problem('not-found', `There is no such form. There are ${PACK_FORMATS.join(', ')}.`);
  return found;
}

function channelsView(duet: Duet, channels: ChannelsRecord) {
  return {
    /** Whether mail can be sent at all. */
    mail: duet.config.mail !== null,
    channels: Object.fromEntries(AUDIENCES.map((audience) => [audience, channels[audience].map(channelView)])),
  };
}
