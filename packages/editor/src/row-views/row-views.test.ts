// @vitest-environment jsdom
import { bodyOf, read } from '@duet/document';
import { make, plain, plainText, type RiskRow, type RoadmapRow, riskRows, roadmapRows } from '@duet/domain';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';
import { rowsOnPage } from './rows-on-page.ts';

const OTHER = 99;
let page: MeetingPage;
afterEach(() => page.close());

const row = (id: string, health: RoadmapRow['health'], said: Partial<RoadmapRow> = {}): RoadmapRow =>
  make.roadmapRow({ id, feature: plain(id), progress: 'in-progress', health, ...said });
const risk = (id: string, level: RiskRow['impact']): RiskRow =>
  make.riskRow({ id, risk: plain(id), likelihood: level, impact: level });

const ABOVE = make.textBlock({ text: plain('Above') });
const ROADMAP = {
  type: 'roadmapTable' as const,
  rows: [row('maps', 'on-track'), row('cards', 'delayed'), row('hours', 'on-track'), row('import', 'blocked')],
};
const RISKS = {
  type: 'riskTable' as const,
  rows: [risk('small', 'low'), risk('huge', 'high'), risk('middle', 'medium')],
};

const tableElement = (): Element => page.find('.grid-table');
const isShown = (element: Element): boolean => !element.classList.contains('is-folded-away');
/** The first words of the rows as they stand on the page. */
const seen = (): readonly string[] =>
  rowsOnPage(tableElement())
    .filter(isShown)
    .map((element) => {
      const words = element.querySelector('.lead')?.cloneNode(true) as Element;
      words.querySelector('.caret')?.remove();
      return words.textContent ?? '';
    });
const button = (name: string): HTMLElement =>
  [...page.root.querySelectorAll<HTMLElement>('button')].find(
    (each) => each.textContent === name || each.ariaLabel === name,
  ) ?? expect.fail(`no button “${name}”`);
/** React has drawn what was said. */
const drawn = (): Promise<void> => page.show({});
const isOffered = (name: string): boolean =>
  [...page.root.querySelectorAll('.table-views button')].some(({ textContent }) => textContent === name);
const isPressed = (name: string): boolean => button(name).getAttribute('aria-pressed') === 'true';
const room = (): readonly string[] => roadmapRows(read(page.doc)).map(({ feature }) => plainText(feature));

function sharedTable(doc: Y.Doc): Y.XmlElement {
  const tables = bodyOf(doc)
    .toArray()
    .filter((child) => child instanceof Y.XmlElement && child.nodeName.endsWith('Table'));
  return tables[0] as Y.XmlElement;
}

function sharedRow(name: string, cell: string, id: string): Y.XmlElement {
  const text = new Y.XmlText();
  text.insert(0, id);
  const made = new Y.XmlElement(name);
  const inside = new Y.XmlElement(cell);
  inside.insert(0, [text]);
  made.insert(0, [inside]);
  made.setAttribute('id', id);
  return made;
}

/** Somebody else's caret in the first text of a row of the shared document. */
async function caretOfOther(index: number): Promise<void> {
  const cell = (sharedTable(page.doc).get(index) as Y.XmlElement).get(0) as Y.XmlElement;
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(cell.get(0) as Y.XmlText, 1));
  const user = { name: 'Priya', side: 'product', color: '#93398f' };
  await page.awarenessOf(OTHER, { user, cursor: { anchor: at, head: at } });
}

describe('an order that one reader asks for', () => {
  test('[M3] puts what is off track first, writes nothing, and goes away again', async () => {
    page = await openMeetingPage([ABOVE, ROADMAP]);
    await page.click(button('Off track first'));
    expect(seen()).toEqual(['cards', 'import', 'maps', 'hours']);
    expect(isPressed('Off track first')).toBe(true);
    expect(room()).toEqual(['maps', 'cards', 'hours', 'import']);
    await page.click(button('Off track first'));
    expect(seen()).toEqual(room());
    page.handle.undo();
    expect(page.writes()).toBe(0);
  });

  test('[M14] shows the worst risk first, and who listens hears it in that order', async () => {
    page = await openMeetingPage([ABOVE, RISKS], { editable: false });
    await page.click(button('Worst first'));
    expect(seen()).toEqual(['huge', 'middle', 'small']);
    const owned = page.find('[role=rowgroup]').getAttribute('aria-owns')?.split(' ') ?? [];
    expect(owned.map((id) => document.getElementById(id)?.querySelector('.lead')?.textContent)).toEqual(seen());
    expect(page.writes()).toBe(0);
  });

  test('[M14] stays while what it went by changes; a new row comes in behind the one that it follows', async () => {
    page = await openMeetingPage([ABOVE, RISKS]);
    await page.click(button('Worst first'));
    page.handle.setAttributes('small', { likelihood: 'high', impact: 'high' });
    page.handle.setAttributes('huge', { likelihood: 'low' });
    expect(seen()).toEqual(['huge', 'middle', 'small']);
    await page.byColleague((doc) => sharedTable(doc).insert(2, [sharedRow('riskRow', 'riskText', 'new')]));
    expect(riskRows(read(page.doc)).map(({ id }) => id)).toEqual(['small', 'huge', 'new', 'middle']);
    expect(seen()).toEqual(['huge', 'new', 'middle', 'small']);
    // It has its place now, whatever becomes of the row that it came behind.
    await page.byColleague((doc) => sharedTable(doc).delete(1, 1));
    expect(seen()).toEqual(['new', 'middle', 'small']);
  });

  test('is offered only where it would be another one', async () => {
    page = await openMeetingPage([{ type: 'roadmapTable', rows: [row('cards', 'delayed'), row('new', null)] }]);
    expect(isOffered('Off track first') || isOffered('Fold on track')).toBe(false);
    page.handle.setAttributes('new', { health: 'on-track' });
    await drawn();
    expect([isOffered('Off track first'), isOffered('Fold on track')]).toEqual([false, true]);
    page.handle.setAttributes('cards', { health: 'on-track' });
    page.handle.setAttributes('new', { health: 'blocked' });
    await drawn();
    expect(isOffered('Off track first')).toBe(true);
  });

  test('keeps its rows from being moved, since they move in the room’s order', async () => {
    const onNotice = vi.fn();
    page = await openMeetingPage([ABOVE, ROADMAP], { onNotice });
    page.handle.reveal('cards');
    const move = () => page.press(page.find('.document'), 'ArrowDown', { ctrlKey: true, shiftKey: true });
    await page.click(button('Off track first'));
    await move();
    expect(room()).toEqual(['maps', 'cards', 'hours', 'import']);
    expect(onNotice.mock.lastCall?.[0]).toMatchObject({ failed: true, text: expect.stringContaining('for you alone') });
    await page.click(button('Off track first'));
    await move();
    expect(room()).toEqual(['maps', 'hours', 'cards', 'import']);
  });
});

describe('[M3] rows on track fold away', () => {
  const folded = async (blocks = [ABOVE, ROADMAP]): Promise<void> => {
    page = await openMeetingPage(blocks);
    await page.click(button('Fold on track'));
  };

  test('and one line says how many, until they are shown', async () => {
    await folded();
    expect(seen()).toEqual(['cards', 'import']);
    expect(page.find('.rows-folded').textContent).toBe('2 rows on track, folded ·Show');
    await page.click(button('Show 2 rows on track'));
    expect(seen()).toEqual(room());
    expect(document.activeElement).toBe(button('Fold on track'));
    expect(page.writes()).toBe(0);
  });

  test('and come back when they are no longer on track, but never go by themselves', async () => {
    await folded();
    page.handle.setAttributes('maps', { health: 'at-risk' });
    expect(seen()).toEqual(['maps', 'cards', 'import']);
    page.handle.setAttributes('maps', { health: 'on-track' });
    page.handle.setAttributes('cards', { health: 'on-track' });
    expect(seen()).toEqual(['maps', 'cards', 'import']);
    await drawn();
    expect(page.find('.rows-folded').textContent).toContain('1 row on track');
  });

  test('and come back for whoever is brought to one, here and by a link', async () => {
    await folded();
    page.handle.show({ blockId: 'hours', offset: 0 });
    expect(seen()).toEqual(['cards', 'hours', 'import']);
    page.handle.reveal('maps');
    expect(seen()).toEqual(room());
    await drawn();
    expect(isPressed('Fold on track')).toBe(false);
  });

  test('and come back for a caret, one’s own and that of others, and stay', async () => {
    await folded();
    await caretOfOther(2);
    await vi.waitFor(() => expect(seen()).toEqual(['cards', 'hours', 'import']));
    await page.awarenessOf(OTHER, {});
    expect(seen()).toEqual(['cards', 'hours', 'import']);
    // Going over a row with a selection is coming into it: nobody deletes what they don't see.
    for (const _ of ['the text', 'everything']) await page.press(page.find('.document'), 'a', { ctrlKey: true });
    expect(seen()).toEqual(room());
  });

  test('but not the row with somebody’s caret; one’s own goes on to a row that stays', async () => {
    page = await openMeetingPage([ABOVE, ROADMAP]);
    await caretOfOther(2);
    await vi.waitFor(() => expect(page.root.querySelector('.caret')).not.toBeNull());
    page.handle.reveal('maps');
    await page.click(button('Fold on track'));
    expect(seen()).toEqual(['cards', 'hours', 'import']);
    expect(page.handle.current()).toBe('cards');
  });

  test('and Tab, Enter and moving go by the rows that are seen', async () => {
    await folded([ABOVE, { ...ROADMAP, rows: [...ROADMAP.rows, row('last', 'on-track')] }]);
    const press = (key: string, modifiers: KeyboardEventInit = {}) =>
      page.press(page.find('.document'), key, modifiers);
    page.handle.reveal('import', 'feature');
    await press('Tab', { shiftKey: true });
    expect(page.handle.current()).toBe('cards');
    await press('ArrowDown', { ctrlKey: true, shiftKey: true });
    expect(room()).toEqual(['maps', 'hours', 'import', 'cards', 'last']);
    expect(seen()).toEqual(['import', 'cards']);
    page.handle.reveal('cards', 'notes');
    await press('Tab');
    expect(room()).toEqual(['maps', 'hours', 'import', 'cards', '', 'last']);
    await press('Backspace');
    expect(page.handle.current()).toBe('cards');
    expect(seen()).toEqual(['import', 'cards']);
  });
});

test('typing in a row makes no work for its view', async () => {
  page = await openMeetingPage([ABOVE, ROADMAP]);
  await page.click(button('Off track first'));
  await page.click(button('Fold on track'));
  const changed: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changed.push(...records));
  observer.observe(tableElement(), { subtree: true, attributes: true, childList: true, characterData: true });
  const renders = page.renders();
  await page.byColleague((doc) => {
    const cell = (sharedTable(doc).get(3) as Y.XmlElement).get(0) as Y.XmlElement;
    (cell.get(0) as Y.XmlText).insert(0, 'The ');
  });
  observer.disconnect();
  expect(seen()).toEqual(['cards', 'The import']);
  expect(changed.filter(({ attributeName }) => attributeName === 'style' || attributeName === 'id')).toEqual([]);
  expect(page.renders()).toBe(renders);
});
