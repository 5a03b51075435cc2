import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';

/**
 * Where letters are that one change took out here and put in there. To split, join or move a text, the binding deletes
 * letters and writes the same ones anew: the shared document no longer knows that they are the same, but the notes
 * before and after tell it together.
 *
 * @param $was A place in a text of the notes that were. The letter that it belonged to is deleted.
 * @param now The notes that are. What did not change in them are the same nodes as before.
 * @param stays The place that is left of it in its text; null where that is gone.
 * @returns Null when the letters are nowhere else.
 */
export function movedPlace($was: ResolvedPos, now: Node, stays: number | null): number | null {
  return stays === null ? inAnotherText($was, now) : behindSplit($was, now.resolve(stays));
}

/** A split leaves the first letters here; the others are the end of the text that comes next. */
function behindSplit($was: ResolvedPos, $stays: ResolvedPos): number | null {
  if (!$stays.parent.isTextblock || $stays.parentOffset < $stays.parent.content.size) return null;
  const $next = Selection.findFrom($stays.doc.resolve($stays.after()), 1, true)?.$head;
  if ($next === undefined || nodesOf($was.doc).has($next.parent)) return null;
  const was = lettersOf($was.parent);
  const is = lettersOf($next.parent);
  const isBehind = was.length - endInCommon(was, is) < $was.parentOffset;
  return isBehind ? $next.start() + sameFromTheEnd($was, is.length) : null;
}

/** A text that somebody moved is a new one with its letters; one that was joined is the end of the text before it. */
function inAnotherText($was: ResolvedPos, now: Node): number | null {
  const was = lettersOf($was.parent);
  const $before = Selection.findFrom($was.doc.resolve($was.before()), -1, true)?.$head;
  const joined = $before && lettersOf($before.parent) + was;
  const kept = nodesOf($was.doc);
  const found: number[] = [];
  now.descendants((node, pos) => {
    if (kept.has(node)) return false;
    const is = node.isTextblock ? lettersOf(node) : '';
    if (is !== '' && (is === was || is === joined)) found.push(pos + 1 + sameFromTheEnd($was, is.length));
    return !node.isTextblock;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function nodesOf(notes: Node): ReadonlySet<Node> {
  const nodes = new Set<Node>();
  notes.descendants((node) => {
    nodes.add(node);
    return !node.isTextblock;
  });
  return nodes;
}

/** One letter for each place that the text has. */
const lettersOf = (text: Node): string => text.textBetween(0, text.content.size, undefined, '\uFFFC');

function endInCommon(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

const sameFromTheEnd = ({ parent, parentOffset }: ResolvedPos, length: number): number =>
  length - (parent.content.size - parentOffset);
