import type { EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import { scrollCalmlyBy } from './calm-scroll.ts';
import { leaderIn } from './leader.ts';
import { visiblePart } from './page-place.ts';

/** What is seen above and below the line with the caret. */
const AROUND = 48;

/**
 * Windows differ: what stands at the top of a wide one is followed by a screenful of text on a phone, with the caret that it
 * is about far below. So where the leader has their caret in sight, it comes before what stands at the top.
 * @returns how far the page scrolls, where it was to scroll by `distance` pixels.
 */
export function untilCaretIsSeen(view: EditorView, awareness: Awareness, distance: number): number {
  const line = leadersLine(view, awareness);
  if (line === null) return distance;
  const { top, bottom } = visiblePart(view.dom);
  if (line.bottom - distance > bottom) return line.bottom + AROUND - bottom;
  return line.top - distance < top ? line.top - AROUND - top : distance;
}

/** Scrolls on when the leader's caret has left the visible part: into the middle, so that the next lines need no scrolling. */
export function showLeadersCaret(view: EditorView, awareness: Awareness): void {
  const line = leadersLine(view, awareness);
  const { top, bottom } = visiblePart(view.dom);
  if (line === null || (line.top >= top && line.bottom <= bottom)) return;
  scrollCalmlyBy(view.dom, (line.top + line.bottom - top - bottom) / 2);
}

/** In pixels from the top of the window; null where it is not drawn. */
function leadersLine(view: EditorView, awareness: Awareness): { readonly top: number; readonly bottom: number } | null {
  const leader = leaderIn(awareness, view.state);
  if (leader === null) return null;
  const { top, bottom } = view.coordsAtPos(leader.caret);
  return bottom > top ? { top, bottom } : null;
}
