import { voiceClass } from '@duet/blocks/views';
import { initialsOf, leadsFor } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';

const COLOR = /^#[0-9a-f]{6}$/i;
const LONGEST_NAME = 40;

interface Typist {
  readonly name: string;
  /** The suffix of the classes that carry the colour. */
  readonly voice: string;
}

/** Others' carets and selections. For the eye only: who is here is also in the list of people. */
export function carets(awareness: Awareness): Extension {
  return Extension.create({
    name: 'carets',
    // Right after the binding to the shared document, whose positions the carets are given in.
    priority: 999,
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (mine: number, client: number, state: unknown) => mine !== client && hasSafeColor(state),
        cursorBuilder: (user: unknown) => caretElement(typistOf(user)),
        selectionBuilder: (user: unknown) => ({ class: `sel--${typistOf(user).voice}` }),
      }),
    ],
  });
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
