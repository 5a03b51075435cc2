import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { movedPlace } from './moved-text.ts';

/**
 * One's own caret or selected text, by the letters beside it: what others change around it takes it along.
 *
 * The binding remembers letters as well, and then mistrusts them: where the text is not what it was, it takes the number
 * of letters before the caret instead. So with each letter that somebody else types before it in the same text the caret
 * slips back by one, into the middle of one's own word, and what two people write in one cell is letter salad.
 */
export interface FollowedText {
  readonly anchor: FollowedPlace;
  readonly head: FollowedPlace;
}

interface FollowedPlace {
  readonly letter: Y.RelativePosition;
  /** Where it was, for when its text is gone. */
  readonly $was: ResolvedPos;
}

/** What is selected before a change; null where that is no text. */
export function rememberText({ selection }: EditorState, binding: ProsemirrorBinding): FollowedText | null {
  if (!(selection instanceof TextSelection)) return null;
  const place = ($was: ResolvedPos): FollowedPlace => {
    const next = absolutePositionToRelativePosition($was.pos, binding.type, binding.mapping);
    return { letter: selection.empty ? behindLetter(next, binding.doc) : next, $was };
  };
  return { anchor: place(selection.$anchor), head: place(selection.$head) };
}

/**
 * A caret stays behind the last letter before it, not in front of the next: where two people type at the same place, each
 * goes on in a word of their own.
 */
function behindLetter(next: Y.RelativePosition, doc: Y.Doc): Y.RelativePosition {
  const place = Y.createAbsolutePositionFromRelativePosition(next, doc);
  return place?.type instanceof Y.XmlText ? Y.createRelativePositionFromTypeIndex(place.type, place.index, -1) : next;
}

/** Selects it again in a drawing of the change. */
export function followText(tr: Transaction, { anchor, head }: FollowedText, binding: ProsemirrorBinding): void {
  const places = [placeNow(anchor, tr.doc, binding), placeNow(head, tr.doc, binding)] as const;
  const from = places[0] ?? places[1];
  const to = places[1] ?? places[0];
  if (from !== null && to !== null) {
    tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)));
  }
}

function placeNow({ letter, $was }: FollowedPlace, now: Node, binding: ProsemirrorBinding): number | null {
  const { doc, type: body, mapping } = binding;
  const text = Y.createAbsolutePositionFromRelativePosition(letter, doc)?.type;
  if (text === undefined || !isThere(text, body)) return sameEntry($was, now) ?? movedPlace($was, now, null);
  // The binding takes the first place of all for a mistake. Where the schema refused something, the numbers run beyond the end.
  const place = Math.min(relativePositionToAbsolutePosition(doc, body, letter, mapping) ?? 1, now.content.size);
  return (isDeleted(letter, doc) ? movedPlace($was, now, place) : null) ?? place;
}

/** What an undo brought back is another item, that the deleted one leads to. */
function isDeleted({ item }: Y.RelativePosition, doc: Y.Doc): boolean {
  if (item === null) return false;
  const { deleted, redone } = Y.getItem(doc.store, item) as Y.Item;
  return deleted && redone === null;
}

function isThere(type: Y.AbstractType<unknown>, body: Y.XmlFragment): boolean {
  if (type === body) return true;
  return type._item?.deleted === false && type.parent !== null && isThere(type.parent, body);
}

/** A row that somebody moved is another row with the same id, and so is a block: there, in the same cell. */
function sameEntry($was: ResolvedPos, now: Node): number | null {
  const entry = Array.from({ length: $was.depth }, (_, index) => $was.node(index + 1)).findLast(
    ({ attrs }) => attrs.id,
  );
  let place: number | null = null;
  now.descendants((node, pos, parent) => {
    const owner = entry === $was.parent ? node : parent;
    if (entry !== undefined && owner?.attrs.id === entry.attrs.id && node.type === $was.parent.type) {
      place = pos + 1 + Math.min($was.parentOffset, node.content.size);
    }
    return place === null && !node.isTextblock;
  });
  return place;
}
