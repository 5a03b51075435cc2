import { expect, exported, test, wordsIn } from './support/meeting.ts';

test('[M21] a follower sees every letter live and can change nothing, not even through the console', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const finn = await join('Finn', 'other', 'follower');
  await maya.page.getByRole('button', { name: 'Add risk' }).click();
  await maya.page.locator('[data-type="riskText"]').click();
  await maya.page.keyboard.type('Seen by everybody');
  await expect.poll(() => wordsIn(finn.page.locator('[data-type="riskText"]'))).toBe('Seen by everybody');

  await expect(finn.page.locator('.ProseMirror').first()).toHaveAttribute('contenteditable', 'false');
  const before = JSON.stringify(await exported(server, meeting));
  // The page's own socket, the cookie and the right schema: only the server is left to say no.
  const answer = await finn.page.evaluate(async (id) => {
    const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${id}?schema=1`);
    socket.binaryType = 'arraybuffer';
    await new Promise((resolve) => {
      socket.onopen = resolve;
    });
    const refusal = new Promise<string>((resolve) => {
      socket.onmessage = ({ data }) => {
        const bytes = new Uint8Array(data);
        if (bytes[0] === 2 && bytes[1] === 0) resolve(new TextDecoder().decode(bytes.subarray(3)));
      };
    });
    // A sync update: client 7 sets meeting.title to "x" (encoded by Yjs beforehand).
    const update = [
      1,
      1,
      7,
      0,
      40,
      1,
      7,
      ...new TextEncoder().encode('meeting'),
      5,
      ...new TextEncoder().encode('title'),
      1,
      119,
      1,
      120,
      0,
    ];
    socket.send(new Uint8Array([0, 2, update.length, ...update]));
    return refusal;
  }, meeting.id);
  expect(answer.length).toBeGreaterThan(0);
  expect(JSON.stringify(await exported(server, meeting))).toBe(before);
});
