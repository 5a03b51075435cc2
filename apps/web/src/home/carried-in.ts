import type { Notes } from '../api/notes.ts';

/**
 * What the last meeting left to this one, in the order in which it hurts: what nobody decided, what nobody talked
 * through, what somebody owes, then the rest. Entries without words are not counted.
 */
export function carriedIn({ decisions, upcoming, actions, risks, questions, roadmap }: Notes): readonly string[] {
  const entries = [
    ...decisions.filter(({ state }) => state === 'pending').map((one) => ({ ...one, said: one.text })),
    ...upcoming.map((one) => ({ ...one, said: one.title })),
    ...actions.map((one) => ({ ...one, said: one.action })),
    ...risks.map((one) => ({ ...one, said: one.risk })),
    ...questions.map((one) => ({ ...one, said: one.question })),
    ...roadmap.map((one) => ({ ...one, said: one.feature })),
  ];
  return entries.flatMap(({ carried, said }) => (carried > 0 && said !== null ? [said] : []));
}
