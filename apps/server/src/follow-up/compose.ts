import { PACK_OF } from '@duet/domain';
import type { Duet } from '../duet.ts';
import type { Message } from './delivery/message.ts';
import { packBytes } from './packs.ts';
import type { DeliveryRecord, FollowUpRecord } from './types.ts';

interface PackJson {
  readonly title: string;
  readonly date: string | null;
}

/** The message of a delivery, the same at every attempt. */
export async function compose(
  duet: Duet,
  meeting: string,
  { address, replaces, dueAt }: FollowUpRecord,
  { id, revision, audience }: DeliveryRecord,
): Promise<Message> {
  const [markdown = '', html = '', chat = '', json = ''] = await Promise.all(
    (['md', 'html', 'txt', 'json'] as const).map(async (format) =>
      Buffer.from(await packBytes(duet, meeting, revision, audience, format)).toString('utf8'),
    ),
  );
  const content = JSON.parse(json) as PackJson;
  const { title, date } = content;
  return {
    id,
    subject: `${title}${date === null ? '' : `, ${date}`}${replaces === null ? '' : ` (revision ${revision})`}`,
    lead:
      replaces === null ? '' : `Revision ${revision}. It replaces revision ${replaces}, which you were sent before.`,
    markdown,
    html,
    chat,
    address,
    facts: { meeting, revision, replaces, audience, pack: PACK_OF[audience], dueAt, content },
  };
}

/** What a facilitator sends to see whether a channel works. */
export function testMessage(id: string, address: string): Message {
  const words = 'This is a test from Duet. The follow-up of your meetings will arrive here.';
  const facts = { test: true };
  return {
    id,
    subject: 'Test from Duet',
    lead: '',
    markdown: words,
    html: `<p>${words}</p>`,
    chat: words,
    address,
    facts,
  };
}
