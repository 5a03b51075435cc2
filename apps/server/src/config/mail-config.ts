import { parseAddress } from '@duet/domain';
import { ConfigError } from './config-error.ts';

/** The mail server that follow-ups go through. */
export interface MailConfig {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** Who the mail is from: an address, or a name with one in angle brackets. */
  readonly from: string;
}

export const MAIL_ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;
const FROM = /^(?:[^<>\p{Cc}]*<([^<>]+)>|([^<>]+))$/u;

/** Null where no mail is to be sent. @throws ConfigError that does not tell the password. */
export function readMail(env: Readonly<Record<string, string | undefined>>): MailConfig | null {
  const { DUET_SMTP_URL: url, DUET_SMTP_FROM: from } = env;
  if (!url) return null;
  const parsed = parseAddress(url);
  if (parsed === null || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '') {
    const allowed = 'an address like smtp://user:password@mail.example:587 or smtps://mail.example';
    throw new ConfigError('DUET_SMTP_URL', withoutLogin(url), allowed);
  }
  const [, named, bare] = FROM.exec(from?.trim() ?? '') ?? [];
  if (!from || !MAIL_ADDRESS.test(named ?? bare ?? '')) {
    const allowed = 'a mail address, like Duet <duet@example.com>, where DUET_SMTP_URL is set';
    throw new ConfigError('DUET_SMTP_FROM', from ?? '', allowed);
  }
  return { url, from: from.trim() };
}

function withoutLogin(url: string): string {
  const at = url.lastIndexOf('@');
  return at < 0 ? url : `…${url.slice(at)}`;
}
