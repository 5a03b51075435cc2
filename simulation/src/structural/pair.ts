/** Two editors on one document that hear nothing of each other until {@link settle}. */
export interface Pair {
  readonly ana: Hands;
  readonly ben: Hands;
  /** Delivers everything to everybody. @returns the text that both see, and what the rescue list holds. */
  settle(): Promise<Outcome>;
  close(): Promise<void>;
}

interface Outcome {
  readonly document: string;
  readonly rescued: string;
}

/**
 * What both kinds of editor can be told, in the words of a person. The pair starts with the
 * paragraphs `first`, `second`, `third` and a list or table of three entries `one`, `two`, `three`.
 */
export interface Hands {
  /** The caret into the text that contains `text`: at an offset in it, or at its end. */
  caretAt(text: string, offset?: number): void;
  type(letters: string): void;
  press(keys: string): void;
  toHeading(): void;
  toList(): void;
  indent(): void;
  /** The row or list item with the caret, past the one above it. */
  moveUp(): void;
  /** The row or list item with the caret. */
  deleteEntry(): void;
  undo(): void;
}
