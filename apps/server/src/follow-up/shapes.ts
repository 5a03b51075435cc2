import { AUDIENCES, type Audience, isTimeZone, parseAddress } from '@duet/domain';
import { z } from 'zod';
import { MAIL_ADDRESS } from '../config/mail-config.ts';

const MOST_CHANNELS = 5;
const MOST_ADDRESSES = 50;

const url = z
  .string()
  .trim()
  .max(2000, 'must be at most 2000 characters')
  .refine(isWebhookAddress, 'must be an http or https address without a user name or password');
const secret = z
  .string()
  .min(16, 'must have at least 16 characters')
  .max(200, 'must be at most 200 characters')
  .refine((text) => !/\p{Cc}/u.test(text), 'must not contain control characters');
const id = z.string().max(64).optional();
const address = z.string().trim().max(254).regex(MAIL_ADDRESS, 'must be a mail address');

const channel = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('slack'), url: url.optional() }),
  z.strictObject({ id, kind: z.literal('webhook'), url: url.optional(), secret: secret.optional() }),
  z.strictObject({ id, kind: z.literal('email'), to: z.array(address).min(1).max(MOST_ADDRESSES) }),
]);
const channels = z.array(channel).max(MOST_CHANNELS).optional();

/** An audience that is left out keeps its channels. */
export const channelsShape = z.strictObject({
  'product-team': channels,
  'engineering-leads': channels,
  engineering: channels,
} satisfies Record<Audience, typeof channels>);

const audienceShape = z.enum(AUDIENCES);
export const testShape = z.strictObject({ audience: audienceShape, channel: z.string().max(64) });
export const markShape = z.strictObject({ sent: z.boolean() });

/** What whoever finalizes says about the follow-up. */
export const followUpChoiceShape = z.strictObject({
  automatic: z.boolean().default(false),
  sprintChanges: z.boolean().default(true),
  // Browsers know zones that this server does not: no reason to refuse the lock.
  timeZone: z.string().max(64).refine(isTimeZone).catch('UTC'),
});

function isWebhookAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === null) return false;
  const { protocol, username, password } = address;
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}
