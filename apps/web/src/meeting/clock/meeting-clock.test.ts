import { describe, expect, test } from 'vitest';
import { atSection, elapsed, paused, resumed, sectionTempo, startedClock, tempo } from './meeting-clock.ts';

const MINUTE = 60_000;

describe('[M24] the shared clock', () => {
  test('does not count pauses', () => {
    const started = startedClock('s1', 1000);
    const onBreak = paused(started, 1000 + 10 * MINUTE);
    expect(elapsed(onBreak, 1000 + 30 * MINUTE)).toBe(10 * MINUTE);
    const again = resumed(onBreak, 1000 + 30 * MINUTE);
    expect(elapsed(again, 1000 + 32 * MINUTE)).toBe(12 * MINUTE);
  });

  test('pausing or resuming twice changes nothing', () => {
    const onBreak = paused(startedClock(null, 0), MINUTE);
    expect(paused(onBreak, 2 * MINUTE)).toEqual(onBreak);
    expect(resumed(startedClock(null, 0), MINUTE)).toEqual(startedClock(null, 0));
  });

  test('a section begins where the meeting is', () => {
    const clock = atSection(startedClock('s1', 0), 's2', 8 * MINUTE);
    expect(clock).toMatchObject({ section: 's2', sectionFrom: 8 * MINUTE });
  });

  test('remembers what each section took, both times when the meeting came back to it', () => {
    const there = atSection(startedClock('s1', 0), 's2', 8 * MINUTE);
    const back = atSection(there, 's1', 10 * MINUTE);
    expect(atSection(back, null, 11 * MINUTE)).toMatchObject({
      section: null,
      spent: { s1: 9 * MINUTE, s2: 2 * MINUTE },
    });
  });

  test.each([
    [39 * MINUTE, 'running'],
    [40 * MINUTE, 'soon'],
    [45 * MINUTE, 'soon'],
    [45 * MINUTE + 1, 'over'],
  ] as const)('after %i ms of 45 minutes it is %s', (spent, expected) => {
    expect(tempo(spent, 45 * MINUTE)).toBe(expected);
  });

  test.each([
    [6.9, 8, 'running'],
    [7, 8, 'soon'],
    [8, 8, 'soon'],
    [8.1, 8, 'over'],
    [40, null, 'running'],
  ])('a section that took %s of %s min is %s', (spent, minutes, expected) => {
    expect(sectionTempo(spent * MINUTE, minutes)).toBe(expected);
  });
});
