import type { Hands, Pair } from './pair.ts';

/**
 * What one person does to the shape of a text while the other one types a word in it, at a place that chance picks.
 * `where` names the text that both are at. Each word is typed by Ben unless a scenario says otherwise.
 */
export interface Scenario {
  readonly title: string;
  run(pair: Pair, typed: Typed): Promise<void>;
}

/** Types a fresh word somewhere in a text and keeps account of it. */
export type Typed = (hands: Hands, text: string) => void;

/** Ana changes the shape of `where`, Ben types in it, neither knowing of the other. */
const meanwhile = (title: string, where: string, change: (ana: Hands) => void): Scenario => ({
  title,
  run: async ({ ana, ben }, typed) => {
    ana.caretAt(where);
    change(ana);
    typed(ben, where);
  },
});

export const scenarios: readonly Scenario[] = [
  meanwhile('turned into a heading', 'second', (ana) => ana.toHeading()),
  meanwhile('wrapped in a list', 'second', (ana) => ana.toList()),
  {
    title: 'indented',
    run: async (pair, typed) => {
      const { ana, ben } = pair;
      for (const text of ['first', 'second']) {
        ana.caretAt(text);
        ana.toList();
      }
      await pair.settle();
      ana.caretAt('second');
      ana.indent();
      typed(ben, 'second');
    },
  },
  meanwhile('joined to the one before', 'second', (ana) => {
    ana.caretAt('second', 0);
    ana.press('Backspace');
  }),
  meanwhile('split', 'second', (ana) => {
    ana.caretAt('second', 3);
    ana.press('Enter');
  }),
  meanwhile('row moved', 'two', (ana) => ana.moveUp()),
  meanwhile('row deleted', 'two', (ana) => ana.deleteEntry()),
  {
    title: 'both convert at once, both type on',
    run: async ({ ana, ben }, typed) => {
      ana.caretAt('second');
      ana.toHeading();
      ben.caretAt('second');
      ben.toList();
      typed(ana, 'second');
      typed(ben, 'second');
    },
  },
  {
    title: 'own heading undone after the other typed in it',
    run: async (pair, typed) => {
      const { ana, ben } = pair;
      ana.caretAt('second');
      ana.toHeading();
      await pair.settle();
      typed(ben, 'second');
      await pair.settle();
      ana.undo();
    },
  },
  {
    title: 'own heading undone while the other types in it',
    run: async (pair, typed) => {
      const { ana, ben } = pair;
      ana.caretAt('second');
      ana.toHeading();
      await pair.settle();
      typed(ben, 'second');
      ana.undo();
    },
  },
];
