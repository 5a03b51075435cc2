import { voiceClass } from '@duet/blocks/views';
import { initialsOf, leadsFor } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

const COLOR = /^#[0-9a-f]{6}$/i;
const LONGEST_NAME = 40;

interface Typist {
  readonly name: string;
  /** The suffix of the classes that carry the colour. */
  readonly voice: string;
}

interface Cursor {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** What the binding says of itself. */
interface Shared {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: ProsemirrorBinding;
}

type State = Readonly<Record<string, unknown>>;

/** Its decorations are the carets of others. With a meta of its own a transaction only has them drawn anew. */
export const caretsKey = new PluginKey<DecorationSet>('carets');

/**
 * Others' carets and selections, and one's own told to them: `cursor` in the awareness, as Yjs editors have it. For the eye
 * only: who is here is also in the list of people.
 *
 * A key of somebody else comes as a change of the document and one of their caret. Both are drawn at once, with the
 * document; and one's own caret is told only when it moved. The plugin that comes with the binding draws twice, and tells
 * everybody's caret again with every key of anybody: in a room of ten that is most of what is sent.
 */
export function carets(awareness: Awareness): Extension {
  return Extension.create({
    name: 'carets',
    // Right after the binding to the shared document, whose positions the carets are given in.
    priority: 999,
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: caretsKey,
        state: {
          init: (_, state) => draw(state, awareness),
          apply: (tr, before, _, state) => {
            const isRemote = ySyncPluginKey.getState(state).isChangeOrigin;
            if (isRemote || tr.getMeta(caretsKey) !== undefined) return draw(state, awareness);
            return before.map(tr.mapping, tr.doc);
          },
        },
        props: { decorations: (state) => caretsKey.getState(state) },
        view: (view) => {
          const exchange = new CaretExchange(view, awareness);
          return { update: (_, before) => exchange.onUpdate(before), destroy: () => exchange.destroy() };
        },
      }),
    ],
  });
}

class CaretExchange {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  /** What the drawn carets were drawn from. */
  #drawn: string;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(view: EditorView, awareness: Awareness) {
    this.#view = view;
    this.#awareness = awareness;
    this.#drawn = this.#said();
    awareness.on('change', this.#onChange);
    view.dom.addEventListener('focusin', this.#tell);
    view.dom.addEventListener('focusout', this.#tell);
  }

  onUpdate(before: EditorState): void {
    if (caretsKey.getState(before) !== caretsKey.getState(this.#view.state)) {
      if (ySyncPluginKey.getState(this.#view.state).isChangeOrigin) this.#drawn = this.#said();
    }
    this.#tell();
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#awareness.off('change', this.#onChange);
    this.#view.dom.removeEventListener('focusin', this.#tell);
    this.#view.dom.removeEventListener('focusout', this.#tell);
    this.#awareness.setLocalStateField('cursor', null);
  }

  /** Waits for the document: when that comes along, the carets are drawn with it. */
  readonly #onChange = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const said = this.#said();
      if (said === this.#drawn || this.#view.isDestroyed) return;
      this.#drawn = said;
      this.#view.dispatch(this.#view.state.tr.setMeta(caretsKey, true));
    });
  };

  #said(): string {
    return JSON.stringify(othersIn(this.#awareness).map(([client, { cursor, user }]) => [client, cursor, user]));
  }

  readonly #tell = (): void => {
    const state = this.#awareness.getLocalState();
    if (state === null) return;
    const { type, binding }: Shared = ySyncPluginKey.getState(this.#view.state);
    if (!this.#view.hasFocus()) {
      if (state.cursor != null) this.#awareness.setLocalStateField('cursor', null);
      return;
    }
    const { anchor, head } = this.#view.state.selection;
    const cursor: Cursor = {
      anchor: absolutePositionToRelativePosition(anchor, type, binding.mapping),
      head: absolutePositionToRelativePosition(head, type, binding.mapping),
    };
    if (!sameCursor(state.cursor, cursor)) this.#awareness.setLocalStateField('cursor', cursor);
  };
}

function sameCursor(told: unknown, cursor: Cursor): boolean {
  return JSON.stringify(told) === JSON.stringify(cursor);
}

function draw(state: EditorState, awareness: Awareness): DecorationSet {
  const ySync: Shared = ySyncPluginKey.getState(state);
  const end = Math.max(0, state.doc.content.size - 1);
  const decorations = othersIn(awareness).flatMap(([client, { cursor, user }]) => {
    const said = cursor as Partial<Cursor> | null | undefined;
    const anchor = placeOf(said?.anchor, ySync);
    const head = placeOf(said?.head, ySync);
    if (anchor === null || head === null) return [];
    const typist = typistOf(user);
    const [from, to] = [Math.min(anchor, head, end), Math.min(Math.max(anchor, head), end)];
    return [
      Decoration.widget(Math.min(head, end), () => caretElement(typist), {
        key: `${client} ${typist.voice} ${typist.name}`,
        side: 10,
      }),
      Decoration.inline(from, to, { class: `sel--${typist.voice}` }, { inclusiveEnd: true, inclusiveStart: false }),
    ];
  });
  return DecorationSet.create(state.doc, decorations);
}

/** Everybody but this browser whose state can be drawn, in an order that does not change. */
function othersIn(awareness: Awareness): readonly (readonly [number, State])[] {
  return [...awareness.getStates()]
    .filter(([client, state]) => client !== awareness.clientID && hasSafeColor(state))
    .sort(([a], [b]) => a - b);
}

/** Where a position of another client is in the editor; null for what is gone, or was never one. */
function placeOf(said: unknown, { doc, type, binding }: Shared): number | null {
  if (typeof said !== 'object' || said === null) return null;
  try {
    return relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(said), binding.mapping);
  } catch {
    return null;
  }
}

/** Colours come from other clients. One that is not `#rrggbb` was not stamped by our server: its caret is not drawn (G25). */
function hasSafeColor(state: unknown): boolean {
  const color = (state as { user?: { color?: unknown } } | null)?.user?.color;
  return color === undefined || (typeof color === 'string' && COLOR.test(color));
}

function typistOf(user: unknown): Typist {
  const { name, side, role } = (typeof user === 'object' && user !== null ? user : {}) as Record<string, unknown>;
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, LONGEST_NAME) : 'Somebody',
    voice: voiceClass(leadsFor({ side, role })),
  };
}

function caretElement({ name, voice }: Typist): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `caret caret--${voice}`;
  caret.ariaHidden = 'true';
  const flag = caret.appendChild(document.createElement('span'));
  flag.className = 'caret__flag';
  flag.textContent = name.split(/\s+/)[0] ?? initialsOf(name);
  return caret;
}
