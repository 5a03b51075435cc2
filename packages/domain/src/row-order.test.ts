import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEALTH, LEVELS, PROGRESS, type RiskRow, type RoadmapRow } from './blocks.ts';
import { make } from './make.ts';
import { riskRows, roadmapRows } from './meeting.ts';
import { isOffTrack, isOnTrack } from './roadmap-status.ts';
import { inOrder, offTrackFirst, withNewcomers, worstFirst } from './row-order.ts';
import { day, meetings } from './testing.ts';

const DATE = day('2025-03-18');
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
/** Few enough that two rows of a case often share one, as copied rows do. */
const ids = fc.array(fc.constantFrom(...'abcdefgh'));
const ownId = (id: string): string => id;

describe('[M3] a roadmap', () => {
  test('is on track where it says so or has shipped, and asks nobody for anything', () => {
    const row = (said: Partial<RoadmapRow>): RoadmapRow => make.roadmapRow({ progress: 'in-progress', ...said });
    expect(isOnTrack(row({ health: 'on-track' }), DATE)).toBe(true);
    expect(isOnTrack(row({ progress: 'shipped', health: 'delayed' }), DATE)).toBe(true);
    expect(isOnTrack(row({ health: null }), DATE)).toBe(false);
    expect(isOnTrack(row({ health: 'none' }), DATE)).toBe(false);
    // [M4] Nobody has said so since the last meeting. [M7] Outside they count on a day that engineering never named.
    expect(isOnTrack(row({ health: 'on-track', carried: 1, confirmedOn: day('2025-03-11') }), DATE)).toBe(false);
    expect(isOnTrack(row({ health: 'on-track', carried: 1, confirmedOn: DATE }), DATE)).toBe(true);
    expect(isOnTrack(row({ health: 'on-track', dateState: 'promised' }), DATE)).toBe(false);
    for (const progress of PROGRESS) {
      for (const health of [...HEALTH, null]) {
        const each = row({ progress, health });
        expect(isOnTrack(each, DATE) && isOffTrack(each)).toBe(false);
      }
    }
  });

  test('shows what is off track first on request, and leaves the rest in the order of the room', () => {
    fc.assert(
      fc.property(meetings, (meeting) => {
        const room = roadmapRows(meeting);
        const isOff = room.filter(isOffTrack);
        expect(offTrackFirst(room)).toEqual([...isOff, ...room.filter((row) => !isOff.includes(row))]);
      }),
    );
  });
});

describe('[M14] risks', () => {
  const risk = (id: string, said: Partial<RiskRow> = {}): RiskRow => make.riskRow({ id, ...said });

  test('stand by severity on request; an unknown level weighs as medium, and what is closed comes last', () => {
    const rows = [
      risk('closed', { likelihood: 'high', impact: 'high', state: 'closed' }),
      risk('low', { likelihood: 'low', impact: 'low' }),
      risk('unknown'),
      risk('medium', { likelihood: 'medium', impact: 'medium' }),
      risk('high', { likelihood: 'high', impact: 'medium' }),
      risk('worst', { likelihood: 'high', impact: 'high' }),
    ];
    expect(idsOf(worstFirst(rows))).toEqual(['worst', 'high', 'unknown', 'medium', 'low', 'closed']);
  });

  test('that get worse never come later, and the others keep their order', () => {
    fc.assert(
      fc.property(meetings, fc.nat(), (meeting, pick) => {
        const room = riskRows(meeting).filter(({ state }) => state === 'open');
        const chosen = room[pick % Math.max(1, room.length)];
        if (chosen === undefined) return;
        const worse: RiskRow = { ...chosen, likelihood: LEVELS[2], impact: LEVELS[2] };
        const before = idsOf(worstFirst(room));
        const after = idsOf(worstFirst(room.map((row) => (row === chosen ? worse : row))));
        expect(after.indexOf(chosen.id)).toBeLessThanOrEqual(before.indexOf(chosen.id));
        expect(after.filter((id) => id !== chosen.id)).toEqual(before.filter((id) => id !== chosen.id));
      }),
    );
  });
});

describe('[M3] [M14] an order that was asked for', () => {
  test('takes in a new row behind the one that it follows in the room', () => {
    const asked = ['c', 'a', 'b'];
    expect(withNewcomers(asked, ['a', 'x', 'y', 'b', 'c'])).toEqual(['c', 'a', 'x', 'y', 'b']);
    // Nothing stands above it there: it goes before the one below it.
    expect(withNewcomers(asked, ['x', 'a', 'b', 'c'])).toEqual(['c', 'x', 'a', 'b']);
    expect(withNewcomers([], ['x', 'y'])).toEqual(['x', 'y']);
    expect(withNewcomers(asked, ['b', 'a'])).toBe(asked);
  });

  test('never moves a row that is there, through whatever comes and goes in the room', () => {
    fc.assert(
      fc.property(ids, fc.array(ids), (first, rooms) => {
        let order: readonly string[] = [...new Set(first)];
        for (const room of rooms) {
          const next = withNewcomers(order, room);
          const before = new Set(order);
          expect(next.filter((id) => before.has(id))).toEqual(order);
          expect([...next].sort()).toEqual([...new Set([...order, ...room])].sort());
          for (const [index, id] of room.entries()) {
            const above = room[index - 1];
            if (!before.has(id) && room.indexOf(id) === index && above !== undefined)
              expect(next.indexOf(id)).toBeGreaterThan(next.indexOf(above));
          }
          order = next;
        }
      }),
    );
  });

  test('shows every row of the room once, those without an id behind the row that they follow', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...'abcdefgh'))), ids, (said, asked) => {
        const room = said.map((id, place) => ({ id, place }));
        const shown = inOrder(room, asked, ({ id }) => id);
        expect(shown.toSorted((a, b) => a.place - b.place)).toEqual(room);
        for (const row of room) {
          const above = room[row.place - 1];
          if (row.id === null && above !== undefined) expect(shown[shown.indexOf(above) + 1]).toBe(row);
        }
        const known = shown.flatMap(({ id }) => (id !== null && asked.includes(id) ? [asked.lastIndexOf(id)] : []));
        expect(known).toEqual(known.toSorted((a, b) => a - b));
      }),
    );
    expect(inOrder(['a', 'b', 'c'], ['c', 'gone', 'a', 'b'], ownId)).toEqual(['c', 'a', 'b']);
  });
});
