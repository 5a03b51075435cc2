import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/meeting.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages (${colorScheme})`, async ({ server, meeting, join, page }) => {
    const violations = async (where: typeof page): Promise<string[]> => {
      const { violations: found } = await new AxeBuilder({ page: where }).analyze();
      return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    };
    await page.emulateMedia({ colorScheme });
    await page.goto(server.url);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(meeting.links.participant);
    await expect(page.getByLabel('Your name')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${server.url}/m/no-such-meeting-here`);
    await expect(page.getByRole('heading', { name: 'No meeting at this address' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    const maya = await join('Maya', 'product');
    await maya.page.emulateMedia({ colorScheme });
    for (const name of ['Add risk', 'Add action item', 'Record decision']) {
      await maya.page.getByRole('button', { name }).click();
      await maya.page.keyboard.type(`${name} to a fresh agenda`);
    }
    expect(await violations(maya.page)).toEqual([]);
    await maya.page.getByRole('button', { name: 'Finalize' }).click();
    await expect(maya.page.getByRole('dialog')).toBeVisible();
    expect(await violations(maya.page)).toEqual([]);
  });
}

test('whoever joined comes back although the browser forgot everything but its cookie', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  await maya.page.evaluate(() => localStorage.clear());
  await maya.page.goto('about:blank');
  await maya.page.goto(`${server.url}/m/${meeting.id}`);
  await expect(maya.page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
});
