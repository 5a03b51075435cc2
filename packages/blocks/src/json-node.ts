/**
 * A node of the document as plain data, the shape that ProseMirror and Tiptap call JSON. The one form that
 * blocks are read from and written to: the editor, the Y.Doc (package document) and parsers all speak it.
 */
export interface JsonNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly JsonNode[];
  readonly text?: string;
  readonly marks?: readonly JsonMark[];
  /** An identity for nodes without an `id` attribute, where the source has one (the Yjs item). */
  readonly key?: string;
}

export interface JsonMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
