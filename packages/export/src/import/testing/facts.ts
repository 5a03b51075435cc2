import {
  actionItems,
  constraints,
  decisions,
  type Meeting,
  openQuestions,
  plainText,
  type RichText,
  riskRows,
  roadmapRows,
  upcomingItems,
} from '@duet/domain';

type Value = string | number | boolean | null | readonly string[];

/** What a meeting says, as `place = value` lines. Ids, and what is at its default because nobody said it, are no facts. */
export type Facts = ReadonlyMap<string, string>;

/** Every entry by its kind and number, with the fields named. */
export interface ExpectedFacts {
  readonly title?: string;
  readonly date?: string | null;
  readonly durationMinutes?: number;
  readonly [list: string]: readonly Readonly<Record<string, Value>>[] | string | number | null | undefined;
}

export function expectedFacts(expected: ExpectedFacts): Facts {
  const facts = new Map<string, string>();
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value !== 'object' || value === null) facts.set(name, JSON.stringify(value ?? null));
    else
      value.forEach((entry, index) => {
        for (const [field, one] of Object.entries(entry))
          facts.set(`${name} ${index + 1} ${field}`, JSON.stringify(one));
      });
  }
  return facts;
}

function factsOf(meeting: Meeting): Facts {
  const checks = meeting.blocks.filter((block) => block.type === 'textBlock' && block.kind === 'check');
  return expectedFacts({
    title: meeting.title,
    date: meeting.date,
    durationMinutes: meeting.durationMinutes,
    people: meeting.people.map(({ name, side, role }) => ({ name, side, role })),
    checklist: checks.map(flat),
    roadmap: roadmapRows(meeting).map(flat),
    upcoming: upcomingItems(meeting).map(flat),
    constraints: constraints(meeting).map(flat),
    risks: riskRows(meeting).map(flat),
    decisions: decisions(meeting).map(flat),
    actions: actionItems(meeting).map(flat),
    questions: openQuestions(meeting).map(flat),
  });
}

function flat(entry: object): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(entry).map(([field, value]) => [field, isText(value) ? plainText(value) : (value as Value)]),
  );
}

function isText(value: unknown): value is RichText {
  return Array.isArray(value) && value.every((run) => typeof run === 'object' && run !== null && 'text' in run);
}

export interface Score {
  readonly found: number;
  readonly total: number;
  readonly missing: readonly string[];
}

export function score(expected: Facts, meeting: Meeting): Score {
  const facts = factsOf(meeting);
  const missing = [...expected]
    .filter(([place, value]) => facts.get(place) !== value)
    .map(([place, value]) => `${place}: ${value}, not ${facts.get(place)}`);
  return { found: expected.size - missing.length, total: expected.size, missing };
}
