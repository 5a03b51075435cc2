import { createHmac } from 'node:crypto';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { type PostOptions, post } from './post.ts';

/** Slack cuts a message here. */
const LONGEST_CHAT = 40_000;

/** To Slack, or to whatever takes the same form (Mattermost, Rocket.Chat, Teams through a relay). */
export function postToChat(url: string, message: Message, options: PostOptions): Promise<Outcome> {
  const body = JSON.stringify({ text: chatText(message) });
  return post({ url, body, headers: { 'Idempotency-Key': message.id } }, options);
}

function chatText({ lead, chat, address }: Message): string {
  const head = lead === '' ? '' : `_${lead}_\n`;
  const foot = `\n<${address}|Open the notes>`;
  const room = LONGEST_CHAT - head.length - foot.length;
  if (chat.length <= room) return head + chat + foot;
  const ending = '\n… The rest is in the notes.';
  const cut = chat.slice(0, room - ending.length);
  return head + cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0)) + ending + foot;
}

/**
 * To a program. It can tell that a message is ours and fresh by `Duet-Signature: v1=<hex>`, the HMAC-SHA256 of
 * `<Duet-Timestamp>.<body>` under the secret of the channel, and a repetition by `Idempotency-Key`: the body of a
 * delivery is the same at every attempt.
 * @param now epoch milliseconds
 */
export function postSigned(
  { url, secret }: { readonly url: string; readonly secret: string },
  message: Message,
  now: number,
  options: PostOptions,
): Promise<Outcome> {
  const { id, subject, markdown, address, facts } = message;
  const body = JSON.stringify({ event: 'follow-up', delivery: id, subject, address, ...facts, markdown });
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = { 'Idempotency-Key': id, 'Duet-Timestamp': timestamp, 'Duet-Signature': `v1=${signature}` };
  return post({ url, body, headers }, options);
}
