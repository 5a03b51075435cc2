import type { PastNotes } from '../../api/history.ts';

/** A section of the past: entries with what they mainly say, and what else is said of them. */
interface PastPart {
  readonly title: string;
  readonly entries: readonly PastEntry[];
}

interface PastEntry {
  readonly key: string;
  readonly text: string;
  readonly more: string;
}

type Said = string | null | false | undefined;

/** The written parts of a version in the order of its sections; what stands outside the lists comes last. */
export function pastParts(notes: PastNotes): readonly PastPart[] {
  const owned = (owner: string | null): Said => owner && `@${owner}`;
  const lists: Readonly<Record<string, readonly PastEntry[]>> = {
    checklist: notes.checklist.map((item) => entry(item.id, item.text, item.checked && 'done')),
    roadmap: notes.roadmap.map((row) => entry(row.id, row.feature, spoken(row.health), row.notes)),
    upcoming: notes.upcoming.map((item) => entry(item.id, item.title, item.intent, item.engineering)),
    constraints: notes.constraints.map((one) => entry(one.id, one.statement, one.detail)),
    risks: notes.risks.map((row) => entry(row.id, row.risk, owned(row.owner), row.mitigation)),
    decisions: notes.decisions.map((one) => entry(one.id, one.text, one.state, one.decidedBy.join(', '), one.why)),
    actions: notes.actions.map((item) => entry(item.id, item.action, owned(item.owner), item.due, spoken(item.status))),
    questions: notes.questions.map((one) => entry(one.id, one.question, one.answer)),
  };
  const order = notes.sections.flatMap(({ key }) => (key === null ? [] : [key]));
  const keys = [...new Set([...order, ...Object.keys(lists)])];
  const parts = keys.map((key) => ({
    title: notes.sections.find((section) => section.key === key)?.title ?? key,
    entries: lists[key] ?? [],
  }));
  const prose = notes.notes.map((text, index) => entry(`note ${index}`, text));
  return [...parts, { title: 'Text in the sections', entries: prose }].filter(({ entries }) => entries.length > 0);
}

function entry(key: string, text: Said, ...more: readonly Said[]): PastEntry {
  return { key, text: text || 'Without words', more: more.filter((said) => said).join(' · ') };
}

/** "on-track" as people say it; "none" is not said. */
function spoken(state: string): string {
  return state === 'none' ? '' : state.replaceAll('-', ' ');
}
