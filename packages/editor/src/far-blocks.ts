import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { whenIdle } from './when-idle.ts';

/** After the last change of the width. */
const SETTLED_MS = 200;

/**
 * What is far off the screen is neither laid out nor painted (`content-visibility`, in far-blocks.css): a key in a meeting of
 * three hundred entries costs what it costs in one of thirty.
 *
 * A browser takes the height that such a block last had, and a guess where it never had one. So that nothing jumps under
 * somebody who scrolls, follows or goes to a block, all blocks are drawn once after opening and after each change of the
 * width, when the page is idle.
 *
 * A block is far until its first frame. A key that comes before that, after Enter or a jump, would find nothing to type in
 * and leave its letter beside the cell. So what holds the caret, or an end of the selection, is never far.
 */
export const FarBlocks = Extension.create({
  name: 'farBlocks',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc, selection: { $anchor, $head } }) =>
          DecorationSet.create(doc, [...around($anchor), ...($anchor.pos === $head.pos ? [] : around($head))]),
      },
      view: ({ dom }) => {
        const heights = new KnownHeights(dom);
        return { destroy: () => heights.destroy() };
      },
    }),
  ],
});

function around($pos: ResolvedPos): readonly Decoration[] {
  return Array.from({ length: $pos.depth }, (_, index) =>
    Decoration.node($pos.before(index + 1), $pos.after(index + 1), { class: 'is-at-hand' }),
  );
}

class KnownHeights {
  readonly #dom: HTMLElement;
  readonly #width: ResizeObserver;
  #lastWidth = -1;
  #cancel: (() => void) | null = null;

  constructor(dom: HTMLElement) {
    this.#dom = dom;
    this.#width = new ResizeObserver(([{ contentRect } = { contentRect: { width: 0 } }]) => {
      if (contentRect.width === this.#lastWidth) return;
      this.#lastWidth = contentRect.width;
      this.#drawAllSoon();
    });
    this.#width.observe(dom);
  }

  destroy(): void {
    this.#width.disconnect();
    this.#cancel?.();
  }

  #drawAllSoon(): void {
    this.#cancel?.();
    const timer = setTimeout(() => {
      this.#cancel = whenIdle(() => this.#drawAll());
    }, SETTLED_MS);
    this.#cancel = () => clearTimeout(timer);
  }

  /** For one frame: browsers note the height of what they lay out. */
  #drawAll(): void {
    this.#dom.dataset.drawn = 'all';
    const done = (): void => {
      delete this.#dom.dataset.drawn;
    };
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(done);
    });
    this.#cancel = () => {
      cancelAnimationFrame(frame);
      done();
    };
  }
}
