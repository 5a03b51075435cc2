import type { Locator, Page } from '@playwright/test';
import { allSaved, clickOn, expect, exported, localDay, sampleTest, test } from './support/meeting.ts';

// Each is a long story of two browsers.
test.describe.configure({ timeout: 120_000 });

const attentionOf = (page: Page): Locator => page.locator('.app > .rail .attn');
/** Blocks or rows of a kind, by words in them. */
const entry = (page: Page, kind: string, words: string): Locator =>
  page.locator(`[data-type="${kind}"]`).filter({ hasText: words });
const feature = (page: Page, name: string): Locator =>
  page
    .locator('[data-type="roadmapRow"]')
    .filter({ has: page.locator('[data-type="roadmapFeature"]', { hasText: name }) });

test('[M25] [M26] a section that one side alone touched asks the other: a concern, or no objection', async ({
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const rail = tomas.page.locator('.app > .rail');
  await maya.page.getByRole('button', { name: 'Add risk' }).click();
  await maya.page.keyboard.type('The vendor leaves');
  await expect(rail.getByText('Engineering: nothing yet')).toBeVisible();

  await tomas.page.getByRole('navigation', { name: 'Agenda' }).getByRole('link', { name: 'Risks' }).click();
  const asked = rail.locator('.silence');
  await expect(asked).toContainText('Engineering: nothing yet');
  // It is Tomas's side that is missing, so Maya is told and not asked.
  await expect(maya.page.locator('.silence')).toContainText('Engineering: nothing yet');
  await expect(maya.page.getByRole('button', { name: 'No objection' })).toHaveCount(0);

  await asked.getByRole('button', { name: 'Add a concern' }).click();
  await expect(rail.locator('.concern__input')).toBeFocused();
  await expect(rail.locator('.concern__input')).toHaveValue('Risks: ');
  await tomas.page.keyboard.type('our contract ends in May');
  await tomas.page.keyboard.press('Tab');
  await rail.getByRole('button', { name: 'Raise concern' }).click();
  await expect(attentionOf(maya.page).first()).toContainText('Risks: our contract ends in May');
  await expect(attentionOf(maya.page).first()).toContainText('Raised by Tomas');

  await asked.getByRole('button', { name: 'No objection' }).click();
  await expect(asked).toHaveCount(0);
  await expect(maya.page.locator('.balance__legend')).toContainText('Engineering has no objection');
  // Undo takes words back, not that somebody spoke.
  await tomas.page.locator('.document').focus();
  await tomas.page.keyboard.press('ControlOrMeta+z');
  await expect(maya.page.locator('.balance__legend')).toContainText('Engineering has no objection');
});

sampleTest('[M26] a follower raises a concern by one key, with the day that it threatens', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const finn = await join('Finn', 'other', 'follower');
  await finn.page.getByRole('heading', { name: 'Risks' }).click();
  await finn.page.keyboard.press('Alt+r');
  const box = finn.page.locator('.app > .rail .concern__input');
  await expect(box).toBeFocused();
  await finn.page.keyboard.type('Nobody has tested the queue');
  const threatened = finn.page.getByLabel('What it threatens');
  const option = threatened.locator('option', { hasText: 'Cut-off reminders' });
  await threatened.selectOption((await option.textContent()) ?? '');
  await finn.page.getByRole('button', { name: 'Raise concern' }).click();
  const raised = attentionOf(maya.page).filter({ hasText: 'Nobody has tested the queue' });
  await expect(raised).toContainText('Raised by Finn, 2 days ahead of');
  const kinds = await attentionOf(maya.page).locator('.attn__why').allTextContents();
  expect(kinds.findIndex((why) => why.startsWith('Raised'))).toBe(0);
  await expect(entry(maya.page, 'openQuestion', 'Nobody has tested the queue')).toContainText(
    'Raised by Finn, 2 days ahead of',
  );
});

sampleTest(
  '[M8] [M9] an uncleared item is refused, and starts on a recorded word',
  async ({ server, meeting, join }) => {
    const maya = await join('Maya', 'product');
    const lena = await join('Lena', 'product', 'participant');
    const item = entry(maya.page, 'upcomingItem', 'Cut-off reminders');
    const gate = attentionOf(maya.page).filter({ hasText: 'The feasibility talk has not happened' });
    await expect(gate).toContainText('Cut-off reminders');

    await entry(lena.page, 'upcomingItem', 'Cut-off reminders').getByRole('button', { name: 'Start work' }).click();
    const refusal = lena.page.getByRole('dialog', { name: 'Start work on this item' });
    await expect(refusal).toContainText('It does not start before');
    await expect(refusal.getByRole('textbox')).toHaveCount(0);

    await item.getByRole('button', { name: 'Start work' }).click();
    const dialog = maya.page.getByRole('dialog', { name: 'Start work on this item' });
    const start = dialog.getByRole('button', { name: 'Start without clearance' });
    await expect(start).toBeDisabled();
    expect((await exported(server, meeting)).roadmap.map(({ feature }) => feature)).not.toContain('Cut-off reminders');
    await dialog.getByRole('textbox').fill('The bakers were promised it');
    await start.click();

    await expect(item).toContainText('Work has started');
    const row = feature(lena.page, 'Cut-off reminders');
    await expect(row).toContainText('In progress');
    await expect(row).toContainText('Started without a cleared talk: The bakers were promised it (Maya)');
    await expect(gate).toHaveCount(0);
    await expect
      .poll(async () => (await exported(server, meeting)).roadmap.find((one) => one.feature === 'Cut-off reminders'))
      .toMatchObject({ progress: 'in-progress', overrideReason: 'The bakers were promised it' });
  },
);

sampleTest('[M8] a key goes by the words of the one before it, not by what the page shows yet', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.getByRole('button', { name: 'Add upcoming item' }).click();
  await page.keyboard.type('Gift cards');
  const item = entry(page, 'upcomingItem', 'Gift cards');
  await item.locator('[data-type="upcomingEngineering"]').click();
  await expect(page.locator('.document')).toBeFocused();
  await page.evaluate(async () => {
    document.execCommand('insertText', false, 'No obstacle');
    // As between two keys of a keyboard: the editor learns of its text, and nothing is drawn.
    await Promise.resolve();
    const key = { key: 't', code: 'KeyT', altKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(item).toContainText('Talked through by Maya');
});

sampleTest(
  '[M9] [M10] [M11] clearing takes an item off the list; a contingency past its day asks to decide',
  async ({ server, meeting, join }) => {
    const maya = await join('Maya', 'product');
    const tomas = await join('Tomas', 'engineering');
    await expect(entry(maya.page, 'upcomingItem', 'Split invoices')).toContainText(
      'Out of the window: more than two sprints away',
    );
    const item = entry(maya.page, 'upcomingItem', 'Cut-off reminders');
    const listed = attentionOf(tomas.page).filter({ hasText: 'Cut-off reminders' });
    await expect(listed).toHaveCount(2);
    await item.getByRole('button', { name: 'Mark talked through' }).click();
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText('Decide now');
    await expect(item).toContainText('Decide now');

    await entry(tomas.page, 'upcomingItem', 'Cut-off reminders')
      .getByRole('button', { name: 'Use the fallback' })
      .click();
    await expect(listed).toHaveCount(0);
    await expect(item).toContainText('The fallback was chosen');
    await expect
      .poll(async () =>
        (await exported(server, meeting)).decisions.find((one) => one.text === 'send reminders by email first'),
      )
      .toMatchObject({ state: 'decided', decidedBy: ['Tomas'] });
  },
);

sampleTest(
  '[M4] [M7] [M12] rows of the roadmap: unchanged since last time, promised, colliding',
  async ({ server, meeting, join }) => {
    const maya = await join('Maya', 'product');
    const tomas = await join('Tomas', 'engineering');
    const stale = feature(maya.page, 'Import of standing orders');
    await expect(stale).toContainText('Unchanged since');
    await stale.locator('[data-type="roadmapNotes"]').click();
    await maya.page.keyboard.press('End');
    await maya.page.keyboard.type('!');
    await expect(feature(tomas.page, 'Import of standing orders')).not.toContainText('Unchanged since');
    await maya.page.keyboard.press('ControlOrMeta+z');
    await expect(feature(tomas.page, 'Import of standing orders')).toContainText('Unchanged since');
    await feature(tomas.page, 'Import of standing orders').getByRole('button', { name: 'Still true' }).click();
    await expect(stale).not.toContainText('Unchanged since');
    const confirmed = async () =>
      (await exported(server, meeting)).roadmap.find((row) => row.feature === 'Import of standing orders')?.confirmedOn;
    await expect.poll(confirmed).toBe(localDay(-4));

    const promised = feature(maya.page, 'Card on file');
    await expect(promised.locator('.due--late').first()).toBeVisible();
    await promised.getByRole('button', { name: /^Target date/ }).click();
    await expect(maya.page.getByRole('button', { name: 'Confirmed', exact: true })).toBeDisabled();
    await maya.page.keyboard.press('Escape');
    await feature(tomas.page, 'Card on file')
      .getByRole('button', { name: /^Target date/ })
      .click();
    await tomas.page.getByRole('button', { name: 'Confirmed', exact: true }).click();
    await expect(promised.locator('.due--late')).toHaveCount(0);
    await promised.getByRole('button', { name: 'Customers told?' }).click();
    await expect(attentionOf(tomas.page).filter({ hasText: /^Card on file/ })).toHaveCount(0);

    const collision = attentionOf(maya.page).filter({ hasText: 'Order database moves' });
    await expect(collision).toContainText('Driver app without a signal');
    await clickOn(collision, collision.getByRole('button', { name: /^Move to/ }).first());
    await expect(collision).toHaveCount(0);
  },
);

sampleTest('[M13] [M14] [M15] constraints, risks and actions know of each other', async ({ server, meeting, join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const constraint = entry(tomas.page, 'constraint', 'Order database moves');
  await clickOn(constraint, constraint.getByRole('button', { name: 'Add as risk' }));
  await clickOn(constraint, constraint.getByRole('button', { name: 'Put up for decision' }));
  const seen = entry(maya.page, 'constraint', 'Order database moves');
  await expect(seen.getByRole('button', { name: 'Pending decision' })).toBeVisible();
  await expect(seen.getByRole('button', { name: 'Risk', exact: true })).toBeVisible();
  await expect(entry(maya.page, 'constraint', 'Map requests')).toContainText('(5 weeks)');

  const unowned = attentionOf(maya.page).filter({ hasText: 'Drivers with old tablets' });
  await expect(unowned).toContainText('Nobody owns this risk');
  await clickOn(unowned, unowned.getByRole('button', { name: 'Assign' }));
  await maya.page.getByRole('menuitem', { name: 'Tomas Berg' }).click();
  await expect(unowned).toHaveCount(0);

  const risk = entry(tomas.page, 'riskRow', 'Drivers with old tablets');
  await clickOn(risk, risk.getByRole('button', { name: 'Add as action' }));
  await expect(risk.getByRole('button', { name: 'Action: open' })).toBeVisible();
  const action = entry(maya.page, 'actionItem', 'Replace the tablets');
  await expect(action).toContainText('Mitigates: Drivers with old tablets');
  await action.getByRole('checkbox').click();
  await expect(risk.getByRole('button', { name: 'Action: done' })).toBeVisible();
  await risk.getByRole('button', { name: 'Close the risk' }).click();
  await expect(action).toContainText('Risk closed');
  await expect
    .poll(async () =>
      (await exported(server, meeting)).actions.find((one) => one.action.startsWith('Replace the tablets')),
    )
    .toMatchObject({ status: 'done', owner: 'Tomas Berg' });
});

sampleTest(
  '[M16] [M17] [M18] decisions replace each other, late actions and open questions are settled',
  async ({ server, meeting, join }) => {
    const maya = await join('Maya', 'product');
    const tomas = await join('Tomas', 'engineering');
    const contract = (page: Page): Locator =>
      page
        .locator('[data-type="decision"]')
        .filter({ has: page.locator('[data-type="decisionText"]', { hasText: 'A larger contract' }) });
    const pending = contract(maya.page);
    await pending.getByRole('button', { name: /^State of this decision/ }).click();
    await maya.page
      .getByLabel('Replaces')
      .selectOption({ label: 'Standing orders are imported once; later changes are made in Crumb.' });
    await maya.page.keyboard.press('Escape');
    await expect(pending).toContainText('Replaces: Standing orders are imported once');
    const old = tomas.page.locator('[data-type="decision"]').filter({ hasText: 'Replaced by: A larger contract' });
    await expect(old).toContainText('Reversed');

    await pending.getByRole('button', { name: /^State of this decision/ }).click();
    await maya.page.getByRole('option', { name: 'Decided' }).click();
    const flagged = attentionOf(tomas.page).filter({ hasText: 'it does not say' });
    await expect(flagged).toContainText('who decided and why');
    await pending.getByRole('button', { name: /^Who decided/ }).click();
    await maya.page.getByRole('option', { name: /ines/ }).click();
    await maya.page.keyboard.press('Escape');
    await expect(flagged).toContainText('it does not say why');
    await contract(tomas.page).locator('[data-type="decisionWhy"]').click();
    await tomas.page.keyboard.type('Own tiles cost a team');
    await expect(flagged).toHaveCount(0);

    const late = entry(maya.page, 'actionItem', 'Tell the pilot shops');
    await expect(late).toContainText('8 days late');
    await expect(late).toContainText('Carried over from');
    const overdue = attentionOf(tomas.page).filter({ hasText: 'Tell the pilot shops' });
    await clickOn(overdue, overdue.getByRole('button', { name: 'Mark done' }));
    await expect(late).not.toContainText('days late');

    const question = entry(tomas.page, 'openQuestion', 'Which languages do labels need?');
    await question.locator('[data-type="questionText"]').click();
    await question.locator('[data-type="questionAnswer"]').click();
    await tomas.page.keyboard.type('German and French');
    await question.getByRole('button', { name: 'Open', exact: true }).click();
    await expect
      .poll(async () =>
        (await exported(server, meeting)).questions.find((one) => one.question.startsWith('Which languages')),
      )
      .toMatchObject({ state: 'answered', answer: 'German and French' });
  },
);

sampleTest('[M24] one clock for everybody: started, moved on, paused, and done', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const finalize = tomas.page.getByRole('button', { name: 'Finalize' });
  await maya.page.getByRole('button', { name: 'Start the clock' }).click();
  await expect(tomas.page.getByRole('timer')).toBeVisible();
  const head = (name: string): Locator => tomas.page.locator('.section-top').filter({ hasText: name });
  await expect(head('Roadmap status')).toContainText('Opened by EM');
  await expect(head('Roadmap status').locator('.now')).toContainText('of 8:00');
  await expect(head('Upcoming work')).toContainText('PM opens');
  // Both facilitators are on stage now: each has their own name at their caret, too.
  await tomas.page.locator('[data-type="roadmapFeature"]').first().click();
  await tomas.page.keyboard.press('End');
  await expect(tomas.page.locator('.caret--own')).toHaveText('Tomas (you)');
  const onwards = maya.page.locator('.outline__foot').getByRole('button');
  for (const next of [
    'Upcoming work',
    'Technical constraints',
    'Risks',
    'Decisions',
    'Action items',
    'Open questions',
  ]) {
    await expect(onwards).toContainText(next);
    await onwards.click();
  }
  await expect(head('Roadmap status').locator('.now')).toHaveCount(0);
  await expect(head('Open questions').locator('.now')).toBeVisible();
  await expect(finalize).not.toHaveClass(/btn--primary/);
  await onwards.click();
  await expect(finalize).toHaveClass(/btn--primary/);
  await tomas.page.getByRole('button', { name: 'Pause the clock' }).click();
  await expect(maya.page.getByRole('button', { name: 'Go on with the clock' })).toBeVisible();
});

sampleTest(
  '[M23] [M30] [M35] the next meeting has the other side open, and says what is not ready',
  async ({ server, join }) => {
    const maya = await join('Maya', 'product');
    const opensFirst = maya.page.locator('.section-top').filter({ hasText: 'Roadmap status' });
    const next = await maya.page.evaluate(async (date) => {
      const post = async (path: string, body: unknown) => {
        const answer = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        return (await answer.json()) as { id: string };
      };
      const series = await post('/api/series', { title: 'Weekly' });
      await post('/api/meetings', { seriesId: series.id, title: 'Weekly', date });
      return (await post(`/api/series/${series.id}/next`, {})).id;
    }, localDay(-7));
    await maya.page.goto(`${server.url}/m/${next}`);
    await expect(opensFirst).toContainText('EM opens');
    await maya.page.getByRole('button', { name: 'Add upcoming item' }).click();
    await maya.page.keyboard.type('Reminders');
    await allSaved(maya.page);
    await expect(maya.page.getByText('1 of 5 ready')).toBeVisible();
    await maya.page.getByRole('button', { name: 'Unfold' }).last().click();
    const said = maya.page.getByRole('list', { name: 'What the notes say' });
    await expect(said).toContainText('missing: design doc of Reminders');
    await maya.page.goto(server.url);
    await expect(maya.page.getByText('Missing: design doc of Reminders')).toBeVisible();
  },
);

test('[G16] whoever is removed is out at once, and the renewed link keeps them out', async ({ meeting, join }) => {
  const maya = await join('Maya', 'product');
  const finn = await join('Finn', 'other', 'participant');
  await maya.page.getByRole('button', { name: 'Share' }).click();
  const dialog = maya.page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('button', { name: 'Remove Finn' }).click();
  await expect(dialog).toContainText('With the participant link Finn can come back');
  await dialog.getByRole('button', { name: 'Remove and renew the link' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove Finn' })).toHaveCount(0);
  await expect(finn.page.getByRole('heading', { name: 'Roadmap status' })).toHaveCount(0);
  await finn.page.goto(meeting.links.participant);
  await expect(finn.page.getByRole('heading', { name: 'Roadmap status' })).toHaveCount(0);
});
