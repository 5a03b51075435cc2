import { AUDIENCES } from '@duet/domain';
import type { Channel, ChannelKind, Channels } from '../api/follow-up.ts';
import { listed } from '../people/person-words.ts';

export const KIND_WORDS: Readonly<Record<ChannelKind, string>> = { slack: 'Slack', webhook: 'Webhook', email: 'Mail' };
const WAY_WORDS: Readonly<Record<ChannelKind, string>> = { slack: 'Slack', webhook: 'a webhook', email: 'mail' };

/** Where a channel leads, in one line. */
export function channelWords(channel: Channel): string {
  if (channel.kind !== 'email') return channel.host;
  return channel.to.length <= 2 ? channel.to.join(', ') : `${channel.to[0]} and ${channel.to.length - 1} more`;
}

/** "Through Slack and mail": by what anybody is written to; '' when nothing is set up. */
export function channelsInWords({ channels }: Channels): string {
  const kinds = new Set(AUDIENCES.flatMap((audience) => channels[audience].map(({ kind }) => kind)));
  return kinds.size === 0 ? '' : `Through ${listed([...kinds].map((kind) => WAY_WORDS[kind]))}`;
}
