import { isRow } from '@duet/blocks';
import { voiceClass } from '@duet/blocks/views';
import { leadsFor } from '@duet/domain';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';

/** As `--t-slow` of the tokens. */
const SLOW_MS = 900;
/** More at once is no typing: the document comes in, or somebody pastes. */
const MOST = 12;

/**
 * What somebody else changes is washed in the colour of their side until a moment after. The caret and focus stay. While
 * they type on it is one colour and no animation, which would have the page drawn sixty times a second.
 */
export function remoteWash(awareness: Awareness): Extension {
  return Extension.create({
    name: 'remoteWash',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: () => {
          const washed = new Map<HTMLElement, ReturnType<typeof setTimeout>>();
          return {
            update: (view, before) => {
              const { isChangeOrigin, isUndoRedoOperation } = ySyncPluginKey.getState(view.state);
              if (!isChangeOrigin || isUndoRedoOperation || before.doc === view.state.doc) return;
              const changed = changedEntries(view.state.doc, before.doc);
              if (changed.length > MOST) return;
              for (const pos of changed) wash(view, pos, awareness, washed);
            },
            destroy: () => {
              for (const timer of washed.values()) clearTimeout(timer);
            },
          };
        },
      }),
    ],
  });
}

/** Where the blocks and rows begin that are not the nodes they were. */
function changedEntries(doc: Node, before: Node, start = 0): readonly number[] {
  const was = new Set(before.children);
  const found: number[] = [];
  doc.forEach((node, offset) => {
    if (was.has(node)) return;
    const isTable = node.firstChild !== null && isRow(node.firstChild);
    if (!isTable) {
      found.push(start + offset);
      return;
    }
    const now = new Set(doc.children);
    const old = before.children.find((child) => child.type === node.type && !now.has(child));
    if (old) found.push(...changedEntries(node, old, start + offset + 1));
  });
  return found;
}

/** Whose change it was is not told along with it; whoever has their caret there is the one. */
function wash(
  view: EditorView,
  pos: number,
  awareness: Awareness,
  washed: Map<HTMLElement, ReturnType<typeof setTimeout>>,
): void {
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return;
  dom.dataset.wash = voiceAt(dom, awareness);
  clearTimeout(washed.get(dom));
  const end = (): void => {
    washed.delete(dom);
    delete dom.dataset.wash;
  };
  washed.set(dom, setTimeout(end, SLOW_MS));
}

function voiceAt(dom: HTMLElement, awareness: Awareness): string {
  const caret = dom.querySelector('.caret');
  if (caret) return ['pm', 'em'].find((voice) => caret.classList.contains(`caret--${voice}`)) ?? 'peer';
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID);
  const [only] = others;
  // Two people in the room: there is no doubt about who it was.
  return others.length === 1 && only ? voiceClass(leadsFor(only[1].user ?? {})) : 'peer';
}
