import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/meeting.ts';

interface Hook {
  readonly url: string;
  readonly texts: readonly string[];
  /** What it answers from now on. */
  status: number;
}

/** A real receiver of webhooks. */
async function startHook(): Promise<Hook & { close(): void }> {
  const texts: string[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (hook.status === 200) texts.push(JSON.parse(Buffer.concat(chunks).toString()).text);
    response.writeHead(hook.status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const hook = { url: `http://127.0.0.1:${port}/hook`, texts, status: 200, close: () => server.close() };
  return hook;
}

/** In the last two hours of a day it is due on the next. */
const DUE = /^Due by (\w{3} \d+, )?\d\d:\d\d/;

test('[M34] set up a chat, finalize, see what is due, send it, and see that it was on time', async ({ join }) => {
  const hook = await startHook();
  const { page, context } = await join('Maya', 'product');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Finalize', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Finalize/ });
  await expect(dialog.getByText(DUE)).toBeVisible();
  await expect(dialog.getByText('No decision changes the sprint plan')).toBeVisible();

  await dialog.getByRole('button', { name: /Set up/ }).click();
  const settings = page.getByRole('dialog', { name: 'Where the follow-up is sent' });
  const team = settings.getByRole('region', { name: 'PM team' });
  await team.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('menuitem', { name: 'Slack' }).click();
  await team.getByLabel(/Address/).fill(hook.url);
  await team.getByRole('button', { name: 'Save' }).click();
  await team.getByRole('button', { name: 'Send a test' }).click();
  await expect(team.getByText(/^Test sent to/)).toBeVisible();
  expect(hook.texts).toHaveLength(1);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await settings.getByRole('button', { name: 'Done' }).click();
  await dialog.getByRole('button', { name: /^Finalize/ }).click();

  const rail = page.getByRole('complementary').getByRole('region', { name: 'Follow-up' });
  await expect(rail.getByText(/^1 h 59 m left|^2 h 0 m left/)).toBeVisible();
  const row = rail.getByRole('listitem').filter({ hasText: 'PM team' });
  await expect(row.getByText(/^Due by/)).toBeVisible();

  hook.status = 503;
  await row.getByRole('button', { name: 'Send now' }).click();
  await expect(row.getByText(/503\)\. Next try in under a minute\.$/)).toBeVisible();
  hook.status = 404;
  await row.getByRole('button', { name: 'Send now' }).click();
  await expect(row.getByText(/^Not sent\. .*404/)).toBeVisible();
  hook.status = 200;
  await row.getByRole('button', { name: 'Try again' }).click();
  await expect(row.getByText(/^Sent \d\d:\d\d, on time$/)).toBeVisible();
  expect(hook.texts).toHaveLength(2);
  expect(hook.texts[1]).toContain('Weekly sync');

  // Without a channel it is copied, and whoever sent it says so.
  const leads = rail.getByRole('listitem').filter({ hasText: 'team leads' });
  await leads.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Mark as sent', exact: true }).click();
  await expect(leads.getByText(/^Sent by Maya \d\d:\d\d, on time$/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('# Weekly sync');
  await expect(rail.getByText('All done')).toBeVisible();
  expect((await new AxeBuilder({ page }).include('aside.rail').analyze()).violations).toEqual([]);
  hook.close();

  // A phone has it behind a button, whose name says what is there now.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Follow-up and exports' }).click();
  const sheet = page.getByRole('dialog', { name: 'Follow-up and exports' });
  await expect(sheet.getByText(/^Sent \d\d:\d\d, on time$/)).toBeVisible();
});
