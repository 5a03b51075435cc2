import { check } from './check.ts';
import type { Standing } from './letters.ts';

/** What one page did that its server has not confirmed yet. */
interface Deed {
  readonly edit: number;
  readonly typed: readonly string[];
  /** Letters that were taken from one place and put into another, as a split, join or move does. */
  readonly carried: readonly string[];
  /** Letters that this page had taken away and that its undo brought back. */
  readonly revived: readonly string[];
}

/**
 * The books on every letter: who typed it, who took it away having seen it, who carried it to another place, and what
 * the servers said of it.
 */
export class Accounts {
  readonly typed = new Set<string>();
  /** On the disk, in an update. */
  readonly committed = new Set<string>();
  /** The page said "saved". */
  readonly acknowledged = new Set<string>();
  /** For each page, what was taken away there by somebody who saw it. */
  readonly takenAway: Set<string>[] = [];
  /** Typed or carried by an edit that was refused: "saved" says nothing about it. */
  readonly refused = new Set<string>();
  /** Typed on a page that was closed before it was saved. */
  readonly abandoned = new Set<string>();
  /** Under way from a stock client when its link broke, or refused there. */
  readonly brokenOff = new Set<string>();
  readonly rescued = new Set<string>();
  readonly late = new Set<string>();
  /** For each copy of a letter: how many new ones were made of it. */
  readonly #copiesMadeOf = new Map<string, Map<string, number>>();
  readonly #halfUndone = new Map<string, number>();

  /** How often a letter may stand in the document: two people who move one row at once leave it there twice. */
  copiesAllowed(letter: string): number {
    const made = this.#copiesMadeOf.get(letter)?.values() ?? [];
    return [...made].reduce((sum, count) => sum + count - 1, 1 + (this.#halfUndone.get(letter) ?? 0));
  }

  /**
   * Brought back on a page that was closed before it was saved. After a broken link an undo goes out before the answer to
   * the server's first question, and the deletion that it undoes is in that: its copy may be there and the deletion not.
   * (The page itself sends it later, out of its cache.)
   */
  halfUndone(letter: string): void {
    this.#halfUndone.set(letter, (this.#halfUndone.get(letter) ?? 0) + 1);
  }

  carried(letter: string, from: string): void {
    const made = this.#copiesMadeOf.get(letter) ?? new Map<string, number>();
    this.#copiesMadeOf.set(letter, made.set(from, (made.get(from) ?? 0) + 1));
  }

  /** Taken away by somebody who saw it. */
  get deleted(): ReadonlySet<string> {
    return new Set(this.takenAway.flatMap((letters) => [...letters]));
  }

  /**
   * Whether it may be missing from the document.
   * @param healed everybody may write again, and has sent what was refused.
   */
  excuses(letter: string, healed: boolean): boolean {
    const { deleted, rescued, late, abandoned, brokenOff } = this;
    const refused = healed ? new Set<string>() : this.refused;
    // What was on the disk once may only be missing because it was deleted.
    if ([deleted, rescued, late].some((letters) => letters.has(letter))) return true;
    return !this.committed.has(letter) && [refused, abandoned, brokenOff].some((letters) => letters.has(letter));
  }
}

/** One page's part of the books: what its edits did, and which of them are saved. */
export class PageAccount {
  readonly #accounts: Accounts;
  #unsaved: Deed[] = [];
  /** The copies that this page took away, newest last: its undo brings them back. */
  readonly #gone = new Map<string, string[]>();
  /** Refused at least once; they live on in this page until they are taken. */
  readonly #refusedHere = new Set<string>();
  /** Letters that were seen here and deleted here. */
  readonly #takenAway = new Set<string>();
  /** Those of them that an undo has brought back since. */
  readonly #broughtBack = new Set<string>();

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
    accounts.takenAway.push(this.#takenAway);
  }

  /**
   * What an act at the editor did. @param edit the number of the page's newest edit.
   * @param mayWrite whether the server would take it now.
   */
  acted(before: Standing, after: Standing, edit: number, mayWrite: boolean): void {
    const typed: string[] = [];
    const carried: string[] = [];
    const revived: string[] = [];
    for (const letter of new Set([...before.keys(), ...after.keys()])) {
      const [old, now] = [before.get(letter) ?? [], after.get(letter) ?? []];
      const vanished = old.filter((id) => !now.includes(id));
      const made = now.filter((id) => !old.includes(id));
      if (vanished.length + made.length === 0) continue;
      if (!this.#accounts.typed.has(letter)) {
        this.#accounts.typed.add(letter);
        typed.push(letter);
        check(made.length === 1, () => `${letter} was typed once and stands there ${made.length} times`);
        continue;
      }
      carried.push(letter);
      for (const [index] of made.entries()) this.#accounts.carried(letter, this.#sourceOf(letter, vanished[index]));
      this.#gone.set(letter, [...(this.#gone.get(letter) ?? []), ...vanished]);
      if (now.length === 0) {
        this.#takenAway.add(letter);
        this.#broughtBack.delete(letter);
      } else if (old.length === 0) {
        revived.push(letter);
        this.#broughtBack.add(letter);
      }
    }
    this.#unsaved.push({ edit, typed, carried, revived });
    if (!mayWrite) this.wasRefused();
  }

  #sourceOf(letter: string, vanished: string | undefined): string {
    const source = vanished ?? this.#gone.get(letter)?.at(-1);
    check(source !== undefined, () => `${letter} came from nowhere`);
    return source ?? '';
  }

  wasRefused(): void {
    this.#noteUnsaved(this.#accounts.refused);
    this.#noteUnsaved(this.#refusedHere);
  }

  brokenOff(): void {
    this.#noteUnsaved(this.#accounts.brokenOff);
  }

  savedUpTo(edit: number): void {
    const saved = this.#unsaved.filter((deed) => deed.edit <= edit);
    this.#unsaved = this.#unsaved.slice(saved.length);
    // Until then, or when that was refused, its deletion may be all that the server knows of.
    for (const letter of saved.flatMap(({ revived }) => revived)) {
      if (this.#broughtBack.has(letter) && !this.#accounts.refused.has(letter)) this.#takenAway.delete(letter);
    }
    for (const letter of saved.flatMap(({ typed }) => typed)) {
      if (!this.#accounts.refused.has(letter)) this.#accounts.acknowledged.add(letter);
    }
  }

  /** The page was closed; what was not saved by then may or may not have arrived. */
  closed(): void {
    this.#noteUnsaved(this.#accounts.abandoned);
    for (const letter of this.#refusedHere) this.#accounts.abandoned.add(letter);
    for (const letter of this.#unsaved.flatMap(({ revived }) => revived)) this.#accounts.halfUndone(letter);
  }

  #noteUnsaved(book: Set<string>): void {
    for (const { typed, carried } of this.#unsaved) for (const letter of [...typed, ...carried]) book.add(letter);
  }
}
