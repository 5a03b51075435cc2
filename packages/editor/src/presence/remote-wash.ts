import { voiceClass } from '@duet/blocks/views';
import { leadsFor } from '@duet/domain';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';

const SLOW_MS = 900;

/** What somebody else just changed is washed in the colour of their side for a moment. The caret and focus stay. */
export function remoteWash(awareness: Awareness): Extension {
  return Extension.create({
    name: 'remoteWash',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: () => {
          const washing = new WeakSet<Element>();
          return {
            update: (view, before) => {
              const { isChangeOrigin, isUndoRedoOperation } = ySyncPluginKey.getState(view.state);
              if (!isChangeOrigin || isUndoRedoOperation || before.doc === view.state.doc) return;
              const changed = changedEntry(view, before.doc);
              if (changed !== null && !washing.has(changed)) wash(changed, awareness, washing);
            },
          };
        },
      }),
    ],
  });
}

/** The element of the one block or row that differs; null where several do, as when the document comes in. */
function changedEntry(view: EditorView, before: Node): HTMLElement | null {
  const { doc } = view.state;
  const start = doc.content.findDiffStart(before.content);
  const end = doc.content.findDiffEnd(before.content);
  if (start === null || end === null) return null;
  const $start = doc.resolve(start);
  const depth = Math.min(2, $start.depth);
  for (let at = depth; at > 0; at--) {
    const dom = view.nodeDOM($start.before(at));
    if (dom instanceof HTMLElement && dom.dataset.entry !== undefined) return end.a <= $start.after(at) ? dom : null;
  }
  return null;
}

/** Whose change it was is not told along with it; whoever has their caret there is the one. */
function wash(dom: HTMLElement, awareness: Awareness, washing: WeakSet<Element>): void {
  if (dom.animate === undefined || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const voice = voiceAt(dom, awareness);
  washing.add(dom);
  const bar = dom.classList.contains('grid-row');
  const shade = dom.animate(
    [
      {
        backgroundColor: `var(--${voice}-wash)`,
        ...(bar && { boxShadow: rowShadow(`var(--${voice}-wash)`, `var(--${voice})`) }),
      },
      {
        backgroundColor: 'transparent',
        ...(bar && { boxShadow: rowShadow('var(--bg-surface)', 'var(--bg-surface)') }),
      },
    ],
    { duration: SLOW_MS, easing: 'ease-in' },
  );
  shade.onfinish = () => washing.delete(dom);
  shade.oncancel = shade.onfinish;
}

/**
 * A row's ground reaches twelve pixels beyond its words on both sides, with a bar before it.
 * Opaque to the end, or the bar would shine through the ground that lies over it.
 */
function rowShadow(ground: string, bar: string): string {
  return `-12px 0 0 ${ground}, 12px 0 0 ${ground}, -14px 0 0 ${bar}`;
}

function voiceAt(dom: HTMLElement, awareness: Awareness): string {
  const caret = dom.querySelector('.caret');
  if (caret) return ['pm', 'em'].find((voice) => caret.classList.contains(`caret--${voice}`)) ?? 'peer';
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID);
  const [only] = others;
  // Two people in the room: there is no doubt about who it was.
  return others.length === 1 && only ? voiceClass(leadsFor(only[1].user ?? {})) : 'peer';
}
