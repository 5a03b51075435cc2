import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailConfig } from '../../config/mail-config.ts';

export interface Mail {
  readonly to: readonly string[];
  /** As it was sent, headers and all. */
  readonly source: string;
}

/** What the server says once it has the whole mail: null takes it, an error refuses it, undefined says nothing. */
type Verdict = (mail: Mail) => (Error & { responseCode: number }) | null | undefined;

export function refusal(responseCode: number): Error & { responseCode: number } {
  return Object.assign(new Error('No'), { responseCode });
}

/** A real mail server on this machine. */
export class MailReceiver {
  readonly mails: Mail[] = [];
  verdict: Verdict = () => null;
  readonly #server: SMTPServer;
  #url = '';

  private constructor(offersTls: boolean) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: offersTls ? ['AUTH'] : ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const mail = { to, source: Buffer.concat(chunks).toString() };
          const verdict = this.verdict(mail);
          if (verdict === null || verdict === undefined) this.mails.push(mail);
          if (verdict !== undefined) callback(verdict);
        });
      },
    });
  }

  get config(): MailConfig {
    return { url: this.#url, from: 'Duet <duet@duet.example>' };
  }

  /** @param offersTls with a certificate that nobody vouches for */
  static async start(offersTls = false): Promise<MailReceiver> {
    const receiver = new MailReceiver(offersTls);
    const server = receiver.#server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    receiver.#url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    return receiver;
  }
}
