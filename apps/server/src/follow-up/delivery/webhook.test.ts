import { expect, test } from 'vitest';
import { answers, HttpReceiver } from '../testing/http-receiver.ts';
import type { Message } from './message.ts';
import { postToChat } from './webhook.ts';

const message: Message = {
  id: 'delivery',
  subject: 'Weekly',
  lead: 'Revision 2.',
  markdown: '',
  html: '',
  chat: '',
  address: 'https://duet.example/m/x',
  facts: {},
};
const options = { allowPrivate: true, signal: new AbortController().signal };

test('[M34] what is longer than a chat takes is cut at a line, and says where the rest is', async () => {
  const receiver = await HttpReceiver.start();
  const chat = Array.from({ length: 9000 }, (_, n) => `line ${n}`).join('\n');
  expect(await postToChat(receiver.url, { ...message, chat }, options)).toEqual({ kind: 'sent' });
  const { text } = JSON.parse(receiver.received[0]?.body ?? '');
  expect(text.length).toBeLessThanOrEqual(40_000);
  expect(text.length).toBeGreaterThan(39_900);
  expect(text).toMatch(/^_Revision 2\._\nline 0\n/);
  expect(text).toMatch(/\nline \d+\n… The rest is in the notes\.\n<https:\/\/duet\.example\/m\/x\|Open the notes>$/);
});

test('[M34] an answer without an end is not waited for', async () => {
  const receiver = await HttpReceiver.start();
  receiver.behaviour = (response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (response.write('x'.repeat(16_384)));
      response.once('drain', pour);
    };
    pour();
  };
  expect(await postToChat(receiver.url, message, options)).toEqual({ kind: 'sent' });
  receiver.behaviour = answers(200);
});
