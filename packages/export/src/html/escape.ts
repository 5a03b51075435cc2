const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Controls and halves of characters may not stand in HTML, escaped or not. */
const CONTROLS = /[\p{Cc}\p{Cs}]/gu;

/** Markup that was made by {@link html}, and so holds nobody's text unescaped. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type Slot = Html | readonly Html[] | string | number | null;

/** Markup with its slots filled in: other markup as it is, everything else escaped, fit for text and quoted attributes. */
export function html(strings: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  return new Html(strings.map((part, index) => part + filled(slots[index] ?? null)).join(''));
}

function filled(slot: Slot): string {
  if (slot === null) return '';
  if (slot instanceof Html) return slot.toString();
  if (typeof slot === 'object') return slot.join('');
  return escaped(String(slot));
}

function escaped(text: string): string {
  return text
    .replaceAll(CONTROLS, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
