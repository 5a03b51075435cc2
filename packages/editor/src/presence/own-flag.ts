import { voiceClass } from '@duet/blocks/views';
import { leadsFor } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Me } from '../api.ts';
import { placeFlag } from './flag-placement.ts';
import { aroundCaret, textAround } from './flag-surroundings.ts';

/**
 * While the meeting runs, a facilitator has their own name at their caret, as everybody sees it: both are on stage. It
 * lies over the page and is no part of the text, where it could stand in the way of the caret itself.
 */
export function ownFlag(me: Me, isLive: () => boolean): Extension {
  const leads = leadsFor(me);
  return Extension.create({
    name: 'ownFlag',
    addProseMirrorPlugins: () =>
      leads === null
        ? []
        : [
            new Plugin({
              view: (view) => {
                const flag = new OwnFlag(
                  view,
                  `caret caret--own caret--${voiceClass(leads)}`,
                  `${firstName(me)} (you)`,
                  isLive,
                );
                return { update: flag.schedule, destroy: () => flag.destroy() };
              },
            }),
          ],
  });
}

const firstName = ({ name }: Me): string => name.trim().split(/\s+/)[0] ?? name;

class OwnFlag {
  readonly #view: EditorView;
  readonly #className: string;
  readonly #isLive: () => boolean;
  readonly #caret = document.createElement('span');
  #frame: number | null = null;

  constructor(view: EditorView, className: string, words: string, isLive: () => boolean) {
    this.#view = view;
    this.#className = className;
    this.#isLive = isLive;
    this.#caret.ariaHidden = 'true';
    this.#caret.hidden = true;
    const flag = this.#caret.appendChild(document.createElement('span'));
    flag.className = 'caret__flag';
    flag.textContent = words;
    view.dom.addEventListener('focus', this.schedule);
    view.dom.addEventListener('blur', this.schedule);
  }

  readonly schedule = (): void => {
    // A frame that is asked for is drawn, whether anything is new in it or not.
    if (this.#caret.hidden && !this.#isLive()) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#place();
    });
  };

  destroy(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#view.dom.removeEventListener('focus', this.schedule);
    this.#view.dom.removeEventListener('blur', this.schedule);
    this.#caret.remove();
  }

  /** Where it could only stand over text, it does not stand: its owner knows who they are. */
  #place(): void {
    const { selection } = this.#view.state;
    this.#caret.hidden = !this.#isLive() || !selection.empty || !this.#view.hasFocus();
    if (this.#caret.hidden) return;
    // The editor is put into the page after its views are made.
    const page = this.#view.dom.closest<HTMLElement>('.meeting-editor');
    if (page !== null && this.#caret.parentElement !== page) page.append(this.#caret);
    const { node, offset } = this.#view.domAtPos(selection.head);
    const text = textAround(node instanceof Element ? node : node.parentElement);
    if (page === null || text === null) {
      this.#caret.hidden = true;
      return;
    }
    const after = document.createRange();
    after.setStart(node, offset);
    after.setEnd(text, text.childNodes.length);
    const at = this.#view.coordsAtPos(selection.head);
    const place = placeFlag(aroundCaret(text, at, after, this.#caret.firstElementChild));
    const origin = page.getBoundingClientRect();
    this.#caret.className = `${this.#className} caret--${place}`;
    this.#caret.style.left = `${at.left - origin.left}px`;
    this.#caret.style.top = `${at.top - origin.top}px`;
    this.#caret.style.height = `${at.bottom - at.top}px`;
    this.#caret.hidden = place === 'above';
  }
}
