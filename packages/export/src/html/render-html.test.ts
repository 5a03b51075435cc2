import { sampleMeeting } from '@duet/document';
import { type Meeting, make, parseIsoDate, plain, type RichText } from '@duet/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExportInput, exporters } from '../index.ts';

const today = parseIsoDate('2026-03-17') ?? expect.fail();

async function page(meeting: Meeting, said: Partial<ExportInput> = {}): Promise<string> {
  const input: ExportInput = { meeting, id: 'weekly-0000000001', status: 'live', revision: null, today, ...said };
  return new TextDecoder().decode(await exporters.html.render(input));
}

const meetingOf = (blocks: Meeting['blocks'], title = 'Weekly'): Meeting => ({
  title,
  date: today,
  durationMinutes: 45,
  people: [],
  blocks,
});

/** A tag as it stands in the markup; text has its angle brackets escaped. */
const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag);

test('[G25] the page allows itself its own styles and nothing else', async () => {
  const html = await page(sampleMeeting(today));
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  for (const tag of ['script', 'img', 'link', 'iframe', 'object', 'form']) expect(tags(html)).not.toContain(tag);
  expect(html).not.toMatch(/\son\w+=|@import|url\(/);
});

const HOSTILE = `</style></title></p><script>alert(1)</script><img src=x onerror=alert(1)>"'><a href="javascript:alert(1)">`;

test('[G25] text in every place is only text', async () => {
  const text = plain(HOSTILE);
  const html = await page(
    meetingOf(
      [
        make.textBlock({ id: HOSTILE, text }),
        make.sectionHeading({ title: text }),
        {
          type: 'roadmapTable',
          rows: [make.roadmapRow({ id: HOSTILE, feature: text, notes: text, overrideReason: HOSTILE })],
        },
        { type: 'riskTable', rows: [make.riskRow({ risk: text, owner: HOSTILE, impactNote: HOSTILE, impact: 'low' })] },
        make.upcomingItem({ title: text, intent: text, owner: HOSTILE, feasibility: 'cleared', clearedBy: HOSTILE }),
        make.decision({ text, decidedBy: [HOSTILE], state: 'decided' }),
        make.openQuestion({ question: text, raisedBy: HOSTILE }),
        make.actionItem({ action: text, owner: HOSTILE }),
        make.constraint({ statement: text, touches: text }),
      ],
      HOSTILE,
    ),
    { revision: { number: 1, finalizedAt: HOSTILE, finalizedBy: HOSTILE } },
  );
  expect(tags(html)).not.toContain('script');
  expect(tags(html)).not.toContain('img');
  expect(html).not.toContain('href="javascript');
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

test('[G25] only addresses that may be followed become links', async () => {
  const link = (href: string): RichText => [{ text: 'here', link: href }];
  const shown = (href: string) => page(meetingOf([make.textBlock({ text: link(href) })]));
  for (const href of ['https://example.org/?a="b"', 'http://example.org', 'mailto:a@example.org']) {
    expect(await shown(href)).toMatch(/<a href="(https?:|mailto:)[^"]*" rel/);
  }
  for (const href of [
    'javascript:alert(1)',
    'data:text/html,x',
    ' javascript:alert(1)',
    '//example.org',
    'file:///etc',
  ]) {
    expect(await shown(href)).not.toContain('<a href="');
  }
});

test('[G25] whatever is typed, the markup is the same', async () => {
  const expected = tags(await page(meetingOf([make.actionItem({ action: plain('x') })])));
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (said) => {
      fc.pre(said.trim() !== '' && !said.includes('\n'));
      expect(tags(await page(meetingOf([make.actionItem({ action: plain(said) })])))).toEqual(expected);
    }),
  );
});

test('what must not be missed stands out in its place and at the top', async () => {
  const html = await page(sampleMeeting(today));
  expect(html).toContain('<span class="note bad">Promised, not confirmed</span>');
  expect(html).toContain('<span class="chip bad">Unowned</span>');
  expect(html).toContain('<span class="chip warn">Escalated</span><span class="note warn">To Adaeze Obi</span>');
  expect(html).toContain('<span class="note bad">4 days late</span>');
  expect(html).toContain('Nobody in the room owns this risk. Escalated to Adaeze Obi.');
  expect(html).toMatch(/<h2 id="still-open">Still open<\/h2>/);
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor);
  expect(anchors.length).toBeGreaterThan(5);
  for (const anchor of anchors) expect(html).toContain(`id="${anchor}"`);
});

test('[M32] what moved after finalizing is listed apart', async () => {
  const html = await page(sampleMeeting(today), {
    status: 'finalized',
    revision: { number: 2, finalizedAt: '2026-03-17T10:46:00Z', finalizedBy: 'Ines Moreau' },
    laterChanges: [
      {
        actionId: 'maps-offer',
        field: 'due',
        from: '2026-03-23',
        to: '2026-03-27',
        at: '2026-03-19T08:00:00Z',
        by: 'Mei',
      },
      { actionId: 'queue-date', field: 'status', from: 'in-progress', to: 'done', at: 'not a moment', by: 'Kofi' },
    ],
  });
  expect(html).toContain(
    'Final: revision 2, by Ines Moreau on Tue, Mar 17, with what moved since: it is listed at the end.',
  );
  expect(html).toContain('Changed after it was finalized');
  expect(html).toContain('Due: Fri, Mar 27, was Mon, Mar 23');
  expect(html).toContain('Status: Done, was In progress');
});

test('tables are real: a caption, head cells with a scope, a row for each entry', async () => {
  const html = await page(sampleMeeting(today));
  expect(html.match(/<caption>/g)).toHaveLength(3);
  expect(html).toContain('<th scope="col">Feature</th>');
  expect(html).toContain('<time class="line bad" datetime="2026-04-13">Mon, Apr 13</time>');
});

test('[M33] each cell of a table knows its column, for phones, which show rows as cards without a head', async () => {
  const html = await page(sampleMeeting(today));
  const heads = [...html.matchAll(/<th scope="col">([^<]*)/g)].map(([, label]) => label);
  const rows = html.split('<tr id=').slice(1);
  const labels = rows.map((row) => [...row.matchAll(/<td data-label="([^"]*)"/g)].map(([, label]) => label));
  expect(new Set(labels.map((row) => row.join()))).toEqual(
    new Set([heads.slice(0, 4), heads.slice(4, 9), heads.slice(9)].map((row) => row.join())),
  );
});

test('[M23] [M33] a section says who opens it, and of a meeting that is over who did', async () => {
  const meeting = meetingOf([make.sectionHeading({ title: plain('Risks'), opener: 'engineering' })]);
  expect(await page(meeting)).toContain('EM opens');
  const final = await page(meeting, { status: 'finalized' });
  expect(final).toContain('Opened by EM');
  expect(final).not.toContain('EM opens');
});
