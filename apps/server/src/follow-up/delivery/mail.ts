import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../config/mail-config.ts';
import type { Message } from './message.ts';
import { failure, type Outcome } from './outcome.ts';

/**
 * One message to one person, so that one wrong address costs nobody else theirs. Its Message-ID is that of the
 * delivery: a mail that is repeated because its answer was lost is known by mail programs as the same. Never rejects.
 */
export async function sendMail(
  { url, from }: MailConfig,
  to: string,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> {
  const { id, subject, lead, markdown, html, address } = message;
  const transport = createTransport({
    url,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const abort = () => transport.close();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      signal,
      messageId: `<${id}@${domainOf(from)}>`,
      text: [lead, markdown, address].filter((part) => part !== '').join('\n\n'),
      html,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Duet-Delivery': id },
    });
    return { kind: 'sent' };
  } catch (error) {
    return failed(error, signal.aborted);
  } finally {
    signal.removeEventListener('abort', abort);
    transport.close();
  }
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'duet';
}

/** No connection ever stood: nothing can have been handed over. */
const NOT_CONNECTED = new Set(['EDNS', 'ECONNECTION', 'ETLS', 'ECONNREFUSED', 'EAUTH', 'EENVELOPE']);

/** What nodemailer says of an error. */
interface Said {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

function failed(error: unknown, late: boolean): Outcome {
  const { code, responseCode }: Said = error instanceof Error ? (error as Error & Said) : {};
  if (typeof responseCode === 'number') {
    // 5xx is the server's last word, except for a sequence that it lost track of.
    const permanent = responseCode >= 500 && responseCode !== 503;
    const words = code === 'EAUTH' ? 'does not accept the name and password of this server' : 'refused the message';
    return failure(`The mail server ${words} (${responseCode}).`, { permanent });
  }
  if (code === 'ETLS' || /certificate/i.test(String(error))) {
    return failure('There is no safe connection to the mail server: its certificate is not accepted.');
  }
  const unclear = late || (!NOT_CONNECTED.has(String(code)) && !isRefused(error));
  if (late) return failure('The mail server did not answer in time.', { unclear });
  if (unclear) return failure('The mail server closed the connection without an answer.', { unclear });
  return failure('The mail server cannot be reached.');
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(error.message);
}
