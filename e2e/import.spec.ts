import { AxeBuilder } from '@axe-core/playwright';
import { GOOGLE_DOCS } from '@duet/export/testing';
import type { Page } from '@playwright/test';
import { expect, test } from './support/meeting.ts';
import type { DuetServer } from './support/server.ts';

const NOTES = `# Harbor sync

Date: 2027-03-18

## Roadmap

| Feature | Status | Target |
| --- | --- | --- |
| Berth search | On track | 2027-04-12 |
| Harbor map | Blocked | |

## Risks

- Gauge feed stops (@tomas). Likelihood: high

A thought about the tide.
`;

async function openHome(page: Page, server: DuetServer): Promise<void> {
  await page.goto(server.url);
  await page.evaluate(async () => {
    const body = JSON.stringify({ name: 'Finn', side: 'product' });
    await fetch('/api/session', { method: 'POST', body });
    localStorage.setItem('duet:introduced', '1');
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Import notes' })).toBeVisible();
}

/** Drops a file on the page, as a browser tells of it. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, words]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words ?? ''], fileName ?? ''));
      const target = document.querySelector('main');
      for (const type of ['dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content],
  );
}

const meetings = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await fetch('/api/meetings')).json()).meetings.length);

test('[M33] a file dropped on the home page is previewed, then becomes the meeting', async ({ server, page }) => {
  await openHome(page, server);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await drop(page, 'notes.md', NOTES);
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  const preview = dialog.getByRole('region', { name: 'What was recognised' });
  await expect(preview.getByRole('listitem')).toHaveText([
    /2\s*roadmap rows\s*Berth search\s*Harbor map/,
    /1\s*risk\s*Gauge feed stops/,
    /1\s*line of text\s*A thought about the tide/,
  ]);
  await expect(dialog.getByLabel('Title')).toHaveValue('Harbor sync');
  await expect(dialog.getByLabel('Date')).toHaveValue('2027-03-18');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await meetings(page)).toBe(0);

  await dialog.getByLabel('Title').fill('Pier sync');
  await dialog.getByRole('button', { name: 'Create meeting' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Berth search' })).toBeVisible();
  await expect(page.getByText('A thought about the tide.')).toBeVisible();
  await expect(page).toHaveTitle(/Pier sync/);
});

test('[M33] notes are chosen or pasted, by keyboard alone', async ({ server, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openHome(page, server);
  await page.getByRole('button', { name: 'Import notes' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  await dialog.getByLabel('Or paste notes here').focus();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.evaluate(
    ({ html, text }) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob([text], { type: 'text/plain' }),
        }),
      ]),
    GOOGLE_DOCS,
  );
  await page.keyboard.press('Control+v');
  await expect(dialog.getByRole('listitem').first()).toContainText('roadmap rows');
  await dialog.getByRole('button', { name: 'Other notes' }).click();
  await dialog
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Nothing to see') });
  await expect(dialog.getByText('All of it comes in as text')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await meetings(page)).toBe(0);
});

test('[M33] on a first visit notes are dropped, their owner says who they are, and they go into a series', async ({
  server,
  page,
}) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Run the sync as two' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await drop(page, 'notes.md', NOTES);
  await page.getByRole('dialog', { name: 'Import notes' }).getByLabel('Your name').fill('Finn');
  await page.getByRole('button', { name: 'Go on' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import notes' });
  await expect(dialog.getByRole('listitem').first()).toContainText('Berth search');
  // There is no series yet that they could belong to.
  await expect(dialog.getByLabel('Series')).toHaveCount(0);
  await page.evaluate(async () => {
    await fetch('/api/series', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Harbor weekly' }),
    });
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Import notes' })).toBeVisible();
  await drop(page, 'notes.md', NOTES);
  await dialog.getByLabel('Series').selectOption({ label: 'Harbor weekly' });
  await dialog.getByRole('button', { name: 'Create meeting' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Berth search' })).toBeVisible();
  await page.goto(server.url);
  await expect(page.getByRole('navigation').getByText('Harbor weekly')).toBeVisible();
});

test('[G25] what is no text, or too much, is refused in words, and nothing is created', async ({ server, page }) => {
  await openHome(page, server);
  const alert = page.getByRole('dialog').getByRole('alert');
  await drop(page, 'notes.docx', 'PK\u0003\u0004\u0000\u0000');
  await expect(alert).toContainText('This is not a text file');
  await drop(page, 'empty.md', '');
  await expect(alert).toContainText('empty.md is empty');
  await drop(page, 'large.md', 'so many words '.repeat(2_000_000));
  await expect(alert).toContainText('more than one meeting can take');
  await drop(page, 'deep.html', `${'<div>'.repeat(500)}deep`);
  await expect(alert).toContainText('nested too deeply');
  expect(await meetings(page)).toBe(0);
});
