import { selectedEntry } from '@duet/blocks';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { entryElementAt } from './entries-on-page.ts';

export interface GripPlace {
  readonly dom: HTMLElement;
  /** Pixels below the top of the editor. */
  readonly top: number;
}

/**
 * Where the grip stands: beside the block under the pointer; where nothing hovers, beside the one with the caret. It goes away while
 * somebody types, and stays while `held`.
 */
export function useGripPlace(editor: Editor, held: boolean): GripPlace | null {
  const [place, setPlace] = useState<GripPlace | null>(null);

  useEffect(() => {
    if (held) return;
    const { dom } = editor.view;
    const frame = dom.closest<HTMLElement>('.meeting-editor') ?? dom;
    const touch = matchMedia('(hover: none)').matches;
    const show = (element: HTMLElement | null): void =>
      setPlace((before) => (element === null ? null : samePlace(before, placeOf(editor, element))));
    const atPointer = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') show(entryElementAt(editor, event));
    };
    const atCaret = (): void => {
      if (touch) show(entryElementOfCaret(editor));
    };
    const hide = (event: Event): void => {
      if (event.type !== 'pointerleave' || !touch) show(null);
    };
    frame.addEventListener('pointermove', atPointer);
    frame.addEventListener('pointerleave', hide);
    dom.addEventListener('keydown', hide);
    editor.on('selectionUpdate', atCaret);
    return () => {
      frame.removeEventListener('pointermove', atPointer);
      frame.removeEventListener('pointerleave', hide);
      dom.removeEventListener('keydown', hide);
      editor.off('selectionUpdate', atCaret);
    };
  }, [editor, held]);

  return place;
}

function samePlace(before: GripPlace | null, now: GripPlace): GripPlace {
  return before?.dom === now.dom && before.top === now.top ? before : now;
}

/** Beside the first line of the block. */
function placeOf(editor: Editor, dom: HTMLElement): GripPlace {
  const top = dom.getBoundingClientRect().top - editor.view.dom.getBoundingClientRect().top;
  return { dom, top: top + Number.parseFloat(getComputedStyle(dom).paddingTop) - 1 };
}

function entryElementOfCaret({ state, view }: Editor): HTMLElement | null {
  const entry = selectedEntry(state.selection);
  const dom = entry === null ? null : view.nodeDOM(entry.pos);
  return dom instanceof HTMLElement && dom.dataset.entry !== undefined ? dom : null;
}
