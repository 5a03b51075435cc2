import { canonicalText, isBlank, type RichText } from '@duet/domain';
import type { Budget } from '../limits.ts';
import type { OutlineNode, OutlineText } from '../outline.ts';
import { trimText } from '../reading/slices.ts';

const LAST_INDENT = 8;

/** Where readers put what they found. Empty blocks leave nothing; every block is paid for. */
export class OutlineWriter {
  readonly nodes: OutlineNode[] = [];
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  heading(level: number, text: RichText): void {
    const paid = this.#pay(text);
    if (paid !== null) this.nodes.push({ kind: 'heading', level, text: paid });
  }

  text(text: RichText, { kind, indent, checked }: Omit<OutlineText, 'text'>): void {
    const paid = this.#pay(text);
    if (paid === null) return;
    this.nodes.push({ kind, indent: Math.max(0, Math.min(LAST_INDENT, indent)), checked, text: paid });
  }

  table(rows: readonly (readonly RichText[])[]): void {
    const filled = rows.filter((row) => row.some((cell) => !isBlank(cell)));
    if (filled.length === 0) return;
    const paid = filled.map((row) => row.map((cell) => this.#pay(cell) ?? []));
    this.nodes.push({ kind: 'table', rows: paid });
  }

  #pay(text: RichText): RichText | null {
    if (isBlank(text)) return null;
    const trimmed = trimText(canonicalText(text));
    this.#budget.block(trimmed);
    return trimmed;
  }
}
