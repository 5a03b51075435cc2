import type { Config } from '../../config/config.ts';
import type { Channel } from '../types.ts';
import { sendMail } from './mail.ts';
import type { Message } from './message.ts';
import { failure, type Outcome } from './outcome.ts';
import { postSigned, postToChat } from './webhook.ts';

interface Attempt {
  readonly channel: Channel;
  /** The recipient, of a channel with several. */
  readonly to: string;
  readonly message: Message;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Calls the attempt off. */
  readonly signal: AbortSignal;
}

/** How long an attempt may take. */
export const ATTEMPT_MS = 15_000;

/** Tries once to hand a message over. Never rejects. */
export async function deliver(config: Config, { channel, to, message, now, signal }: Attempt): Promise<Outcome> {
  const options = { allowPrivate: config.webhookPrivate, signal };
  switch (channel.kind) {
    case 'slack':
      return postToChat(channel.url, message, options);
    case 'webhook':
      return postSigned(channel, message, now, options);
    case 'email':
      if (config.mail === null) {
        return failure('This server has no mail server to send through (DUET_SMTP_URL).', { permanent: true });
      }
      return sendMail(config.mail, to, message, signal);
  }
}
