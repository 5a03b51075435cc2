import {
  actionItems,
  constraints,
  decisions,
  type IsoDate,
  type Meeting,
  openQuestions,
  plainText,
  riskRows,
  roadmapRows,
  upcomingItems,
} from '@duet/domain';
import { describe, expect, it } from 'vitest';
import { importMeeting } from './index.ts';

const TODAY = '2025-10-30' as IsoDate;
const markdown = (text: string): Meeting => importMeeting({ mediaType: 'text/markdown', text, today: TODAY }).meeting;
const html = (text: string): Meeting => importMeeting({ mediaType: 'text/html', text, today: TODAY }).meeting;

describe('[M3] roadmap rows', () => {
  it('of a list, with a status in words or signs', () => {
    const meeting = markdown(
      '## Roadmap\n\n- **Berth search** — on track — Nov 14\n- Invoice export: 🔴 (Dec 1) tax rules\n- A thought about it\n',
    );
    expect(
      roadmapRows(meeting).map(({ feature, progress, health, targetDate, notes }) => [
        plainText(feature),
        progress,
        health,
        targetDate,
        plainText(notes),
      ]),
    ).toEqual([
      ['Berth search', 'in-progress', 'on-track', '2025-11-14', ''],
      ['Invoice export', 'in-progress', 'delayed', '2025-12-01', 'tax rules'],
    ]);
    expect(JSON.stringify(meeting.blocks)).toContain('A thought about it');
  });

  it('with what a cell says besides its value in the notes', () => {
    const [row] = roadmapRows(
      markdown(
        '| Item | Status | Target | Squad |\n|--|--|--|--|\n| Map | Shipped to a tenth | Apr 14 (was Mar 31) | North |\n',
      ),
    );
    expect(row).toMatchObject({ progress: 'shipped', targetDate: '2026-04-14' });
    expect(plainText(row?.notes ?? [])).toBe('Status: Shipped to a tenth\nTarget: Apr 14 (was Mar 31)\nSquad: North');
  });

  it('[M7] with a promised date, and [M3] customers that were told', () => {
    const rows = roadmapRows(
      markdown(
        '| Feature | Status | Target date | Notes |\n|-|-|-|-|\n| A | late | 2025-11-03 (promised) | we informed customers |\n| B | late | 2025-11-04 | have not yet told the customers |\n',
      ),
    );
    expect(rows.map(({ dateState, customersTold }) => [dateState, customersTold])).toEqual([
      ['promised', true],
      [null, false],
    ]);
  });
});

describe('[M5] upcoming items', () => {
  it('as headings with lists, in hard-wrapped lines', () => {
    const [item, ...more] = upcomingItems(
      markdown(
        '## Upcoming\n\n### Tide alerts (sprint starting Nov 10)\n\n- **PM:** captains hear\n  of low water\n- **EM:** no service level\n- **Stretch:** text messages\n- **Owner:** @tomas\n- **Docs:** [design](https://a.example/d)\n\n## Risks\n',
      ),
    );
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      sprintStart: '2025-11-10',
      owner: 'tomas',
      docs: [{ text: 'design', link: 'https://a.example/d' }],
    });
    expect(plainText(item?.title ?? [])).toBe('Tide alerts');
    expect(plainText(item?.intent ?? [])).toBe('captains hear of low water');
    expect(plainText(item?.stretch ?? [])).toBe('text messages');
  });

  it('as nested items, and [M11] what happens if something is not done', () => {
    const [item] = upcomingItems(
      html(
        "<h2>Upcoming work</h2><ul><li>Tide alerts – sprint of 10 Nov 2025<ul><li>Product intent: warn</li><li>Engineering flag: If the gauge isn't ready by Nov 7, we ship without it.</li></ul></li></ul>",
      ),
    );
    expect(item).toMatchObject({ sprintStart: '2025-11-10', contingencyBy: '2025-11-07' });
    expect([item?.contingency, item?.fallback].map((text) => plainText(text ?? []))).toEqual([
      'the gauge is ready',
      'we ship without it',
    ]);
  });
});

describe('[M12] constraints', () => {
  it.each([
    ['Freeze from Dec 22 to Jan 2: nothing ships', { from: '2025-12-22', to: '2026-01-02' }],
    ['Freeze December 22, 2025 – January 2, 2026: nothing ships', { from: '2025-12-22', to: '2026-01-02' }],
    ['Freeze on 3–4 November: nothing ships', { from: '2025-11-03', to: '2025-11-04' }],
    ['Freeze: nothing ships 2025-11-03 to 2025-11-05', { from: '2025-11-03', to: '2025-11-05' }],
    ['Certificates: renew by Nov 20', { from: null, horizon: '2025-11-20' }],
    ['Quota: gone within two months', { from: null, horizon: '2025-12-30' }],
    ['Old phones: 8% of them, 16+ only, 10 requests/day', { from: null, horizon: null }],
  ])('%s', (text, expected) => {
    expect(constraints(markdown(`## Technical constraints\n\n- ${text}\n`))[0]).toMatchObject(expected);
  });

  it('counts a distance from the day of the meeting', () => {
    const [constraint] = constraints(
      markdown('# Sync\n\nDate: 2025-03-03\n\n## Constraints\n\n- Quota: gone in approximately 6 weeks\n'),
    );
    expect(constraint?.horizon).toBe('2025-04-14');
  });
});

describe('[M14] risks', () => {
  it('of a list, with labels in one line', () => {
    const [risk] = riskRows(
      markdown(
        '## Risks\n\n- **Gauge stops** (@tomas). Likelihood: high - season. Impact: Med. Mitigation: cache it\n',
      ),
    );
    expect(risk).toMatchObject({ owner: 'tomas', likelihood: 'high', likelihoodNote: 'season.', impact: 'medium' });
    expect([risk?.risk, risk?.mitigation].map((text) => plainText(text ?? []))).toEqual(['Gauge stops.', 'cache it']);
  });

  it('with owners as they are written, and none for a dash', () => {
    const rows = riskRows(
      markdown(
        '| Risk | Owner | Impact |\n|-|-|-|\n| a | @wen & @rosa | low |\n| b | TBD | critical |\n| c | — | 4/5 |\n',
      ),
    );
    expect(rows.map(({ owner, impact, impactNote }) => [owner, impact, impactNote])).toEqual([
      ['wen & rosa', 'low', null],
      ['TBD', 'high', 'critical'],
      [null, null, '4/5'],
    ]);
  });
});

describe('[M16] decisions', () => {
  it('with who and why, in brackets, labels and nested items', () => {
    const found = decisions(
      markdown(
        '## Decisions\n\n- ✅ Decided (@wen, Rosa): badges. Why: gloves\n- **[Pending]** phones\n  - Owner: @yuki\n  - Waiting for: a count\n- We sail at dawn (decided by Ines)\n',
      ),
    );
    expect(found.map(({ state, decidedBy, owner }) => [state, decidedBy, owner])).toEqual([
      ['decided', ['wen', 'Rosa'], null],
      ['pending', [], 'yuki'],
      ['decided', ['Ines'], null],
    ]);
    expect(found.map(({ text, why, awaiting }) => [text, why, awaiting].map(plainText))).toEqual([
      ['badges.', 'gloves', ''],
      ['phones', '', 'a count'],
      ['We sail at dawn', '', ''],
    ]);
  });

  it('anywhere, if they say so', () => {
    expect(decisions(markdown('# Notes\n\nSome talk.\n\nDecision: we sail at dawn.\n'))).toHaveLength(1);
  });
});

describe('[M17] actions', () => {
  it('of boxes and bullets, with dates and owners where people put them', () => {
    const found = actionItems(
      markdown(
        '## Next steps\n\n- [ ] @bao write the note (due Nov 7)\n- [x] Count phones — @yuki — 2025-11-05\n- @ines: thank them by November 6\n- Call the port (in progress)\n',
      ),
    );
    expect(found.map(({ action, owner, due, status }) => [plainText(action), owner, due, status])).toEqual([
      ['write the note', 'bao', '2025-11-07', 'open'],
      ['Count phones', 'yuki', '2025-11-05', 'done'],
      ['thank them by November 6', 'ines', '2025-11-06', 'open'],
      ['Call the port', null, null, 'in-progress'],
    ]);
  });

  it('of Confluence tasks, with people and days as elements', () => {
    const [action] = actionItems(
      html(
        '<h2>Action items</h2><ac:task-list><ac:task><ac:task-id>3</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body><ac:link><ri:user ri:username="bao" /></ac:link> write the note <time datetime="2025-11-07" /></ac:task-body></ac:task></ac:task-list>',
      ),
    );
    expect(action).toMatchObject({
      owner: 'bao',
      due: '2025-11-07',
      status: 'done',
      action: [{ text: 'write the note' }],
    });
  });

  it('with a day as people say it, counted from the meeting', () => {
    const [action] = actionItems(
      markdown('Date: 2025-11-05\n\n| Owner | Action | Due |\n|-|-|-|\n| bao | write | Friday |\n'),
    );
    expect(action?.due).toBe('2025-11-07');
  });
});

describe('[M18] questions', () => {
  it('with their answers', () => {
    const found = openQuestions(
      markdown('## Open questions\n\n- Who pays? @ines\n- Is night a day?\n  - Answer: yes\n'),
    );
    expect(
      found.map(({ question, answer, owner, state }) => [plainText(question), plainText(answer), owner, state]),
    ).toEqual([
      ['Who pays?', '', 'ines', 'open'],
      ['Is night a day?', 'yes', null, 'answered'],
    ]);
  });
});

describe('[M2] details', () => {
  it('of a table, of a line, and of sides before names', () => {
    const page = html(
      '<h1>Sync</h1><table><tr><th>Date</th><td><time datetime="2025-11-05"></time></td></tr><tr><th>Facilitators</th><td>PM: Ines, EM: Tomas</td></tr><tr><th>Duration</th><td>1 h 15 min</td></tr></table>',
    );
    expect(page).toMatchObject({ title: 'Sync', date: '2025-11-05', durationMinutes: 75, blocks: [] });
    expect(page.people.map(({ name, side, role }) => [name, side, role])).toEqual([
      ['Ines', 'product', 'facilitator'],
      ['Tomas', 'engineering', 'facilitator'],
    ]);
  });

  it('keeps what a detail says besides', () => {
    expect(JSON.stringify(markdown('# Sync\n\n- Date: Nov 5 (moved because of the storm)\n').blocks)).toContain(
      'moved because of the storm',
    );
  });
});

describe('[M33] dates without a year', () => {
  it.each([
    ['Action: a by Jan 5', '2026-01-05'],
    ['Action: a by Dec 5', '2025-12-05'],
    ['Action: a by Jan 5\n\nseen 2023-05-01', '2023-01-05'],
    ['Date: 2024-12-20\n\nAction: a by Jan 5\n\nseen 2025-02-01', '2025-01-05'],
  ])('%j', (text, due) => {
    expect(actionItems(markdown(text))[0]?.due).toBe(due);
  });
});

describe('[M33] what is not recognised stays as text in its place', () => {
  it('with its marks, levels, boxes and links', () => {
    const meeting = markdown(
      'Intro with **bold**, `code` and <https://a.example>.\n\n1. one\n   - two\n\n> said\n\n| a | b |\n|-|-|\n| c | d |\n',
    );
    expect(
      meeting.blocks.map((block) => block.type === 'textBlock' && [block.kind, block.indent, plainText(block.text)]),
    ).toEqual([
      ['paragraph', 0, 'Intro with bold, code and https://a.example.'],
      ['ordered', 0, 'one'],
      ['bullet', 1, 'two'],
      ['quote', 0, 'said'],
      ['paragraph', 0, 'a | b'],
      ['paragraph', 0, 'c | d'],
    ]);
    const [intro] = meeting.blocks;
    expect(intro?.type === 'textBlock' ? intro.text.filter((run) => Object.keys(run).length > 1) : []).toEqual([
      { text: 'bold', bold: true },
      { text: 'code', code: true },
      { text: 'https://a.example', link: 'https://a.example' },
    ]);
  });

  it('under headings of its own', () => {
    const meeting = markdown('# Sync\n\n## Risks\n\n### Ours\n\n## Parking lot\n\n- Decide on cake\n');
    expect(
      meeting.blocks.map((block) =>
        block.type === 'sectionHeading'
          ? ['section', block.key, plainText(block.title)]
          : block.type === 'textBlock'
            ? [block.kind, plainText(block.text)]
            : block.type,
      ),
    ).toEqual([
      ['section', 'risks', 'Risks'],
      ['heading', 'Ours'],
      ['section', null, 'Parking lot'],
      ['bullet', 'Decide on cake'],
    ]);
  });
});

describe('[M33] habits of the editors', () => {
  it("HackMD's settings before the text", () => {
    const meeting = markdown('---\ntitle: Harbor sync\ndate: 2025-11-05\ntags: weekly\n---\n\n:::info\nA word.\n:::\n');
    expect(meeting).toMatchObject({ title: 'Harbor sync', date: '2025-11-05' });
    expect(meeting.blocks.map((block) => block.type === 'textBlock' && plainText(block.text))).toEqual([
      'tags: weekly',
      'A word.',
    ]);
  });

  it("Google Docs' exported lists, which say their level in a class, and its redirects", () => {
    const meeting = html(
      '<ul class="lst-kix_a1-0 start"><li>one</li></ul><ul class="lst-kix_a1-1 start"><li><a href="https://www.google.com/url?q=https://a.example/d&amp;sa=D">two</a></li></ul>',
    );
    expect(meeting.blocks).toMatchObject([
      { kind: 'bullet', indent: 0, text: [{ text: 'one' }] },
      { kind: 'bullet', indent: 1, text: [{ text: 'two', link: 'https://a.example/d' }] },
    ]);
  });

  it("Google Docs' Markdown with pictures inside it", () => {
    const picture = 'A'.repeat(3_000_000);
    const meeting = markdown(`# Sync\n\nSee ![][image1]\n\n[image1]: <data:image/png;base64,${picture}>\n`);
    expect(meeting).toMatchObject({ title: 'Sync', blocks: [{ text: [{ text: 'See' }] }] });
  });

  it("Confluence's decisions, and the titles of its macros", () => {
    const meeting = html(
      '<ac:adf-extension><ac:adf-node type="decision-list"><ac:adf-node type="decision-item"><ac:adf-attribute key="state">DECIDED</ac:adf-attribute><ac:adf-content>We sail</ac:adf-content></ac:adf-node></ac:adf-node><ac:adf-fallback><ul><li>We sail</li></ul></ac:adf-fallback></ac:adf-extension>' +
        '<ac:structured-macro ac:name="expand"><ac:parameter ac:name="title">More</ac:parameter><ac:rich-text-body><p>Inside</p></ac:rich-text-body></ac:structured-macro>',
    );
    expect(decisions(meeting).map(({ state, text }) => [state, plainText(text)])).toEqual([['decided', 'We sail']]);
    expect(meeting.blocks.flatMap((block) => (block.type === 'textBlock' ? [plainText(block.text)] : []))).toEqual([
      'More',
      'Inside',
    ]);
  });
});
