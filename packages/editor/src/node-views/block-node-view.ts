import type { BlockHandle, BlockLook, CellState, ControlsProps, Frame, Surroundings } from '@duet/blocks/views';
import type { Node } from '@tiptap/pm/model';
import type { Decoration, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { ControlsStore } from './controls-store.ts';

/**
 * A block or row: a frame in plain DOM, its text or cells in it, and hosts for the controls that React draws.
 *
 * The binding to the shared document rebuilds all nodes with every change of somebody else. ProseMirror then asks each
 * view whether it can show the node that stands at its place now. A view sticks to its block's id: when a row comes
 * in above, rows below keep their elements, and with them an open popover and its focus.
 */
export class BlockNodeView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #look: BlockLook;
  readonly #frame: Frame;
  readonly #store: ControlsStore;
  readonly #handle: BlockHandle;
  readonly #listeners = new Set<() => void>();
  readonly #removers: (() => void)[] = [];
  readonly #hosts: HTMLElement[] = [];
  #node: Node;
  #told: Surroundings = {};
  #around: Surroundings;
  #props: ControlsProps;

  constructor(
    look: BlockLook,
    store: ControlsStore,
    handle: Omit<BlockHandle, 'tell'>,
    node: Node,
    decorations: readonly Decoration[],
  ) {
    this.#look = look;
    this.#store = store;
    this.#node = node;
    this.dom = element('div', look.className);
    this.dom.dataset.type = node.type.name;
    if (!look.Before) this.dom.dataset.entry = '';
    this.contentDOM = element(look.content.tag, look.content.className);
    const main = look.Before ? this.dom.appendChild(element('div', 'block-main')) : this.dom;
    this.#frame = { dom: this.dom, main, content: this.contentDOM };
    main.append(this.contentDOM);
    this.#handle = { ...handle, tell: (surroundings) => this.#tell(surroundings) };
    this.#around = this.#surroundings(decorations);
    this.#props = this.#makeProps();
    this.#paint();
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    const isOther = this.#node.attrs.id !== node.attrs.id && this.#node.attrs.id !== null;
    if (node.type !== this.#node.type || isOther) return false;
    this.#node = node;
    this.#around = this.#surroundings(decorations);
    this.#refresh();
    return true;
  }

  /** What happens in the controls is no editing. */
  stopEvent(event: Event): boolean {
    return (
      event.target instanceof globalThis.Node && this.#hosts.some((host) => host.contains(event.target as Element))
    );
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    for (const remove of this.#removers) remove();
  }

  #refresh(): void {
    const next = this.#makeProps();
    if (sameProps(this.#props, next)) return;
    this.#props = next;
    this.#paint();
    for (const listener of this.#listeners) listener();
  }

  #tell(surroundings: Surroundings): void {
    this.#told = { ...this.#told, ...surroundings };
    this.#around = { ...this.#around, ...this.#told };
    this.#refresh();
  }

  #paint(): void {
    const { attrs, around, cells } = this.#props;
    this.contentDOM.classList.toggle('is-empty', this.#node.isTextblock && this.#node.content.size === 0);
    this.dom.classList.toggle('is-blank', !Object.values(cells).includes('filled') && !this.#node.isTextblock);
    this.#look.paint?.(this.#frame, attrs, around);
    if (this.#hosts.length === 0 && (this.#look.hasControls?.(attrs) ?? true)) this.#mountControls();
  }

  #mountControls(): void {
    const { Above, Before, After } = this.#look;
    if (Above) this.#mount(Above, this.dom, 'afterbegin');
    if (Before) this.#mount(Before, this.#frame.main, 'afterbegin');
    if (After) this.#mount(After, this.dom, 'beforeend');
  }

  #mount(Component: NonNullable<BlockLook['After']>, parent: HTMLElement, where: 'afterbegin' | 'beforeend'): void {
    const host = element('div', 'controls');
    host.contentEditable = 'false';
    parent.insertAdjacentElement(where, host);
    this.#hosts.push(host);
    const remove = this.#store.add({
      host,
      Component,
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      props: () => this.#props,
    });
    this.#removers.push(remove);
  }

  /** What plugins say about the block by decorations, how many rows it has, and what only this browser was told. */
  #surroundings(decorations: readonly Decoration[]): Surroundings {
    const said = decorations.map(({ spec }) => (spec.isAround === true ? (spec as Surroundings) : {}));
    return Object.assign({ rows: this.#node.childCount }, ...said, this.#told);
  }

  #makeProps(): ControlsProps {
    const cells: Record<string, CellState> = {};
    if (!this.#node.isTextblock) {
      this.#node.forEach(({ type, content }) => {
        cells[type.name] = content.size > 0 || cells[type.name] === 'filled' ? 'filled' : 'empty';
      });
    } else {
      cells.text = this.#node.content.size > 0 ? 'filled' : 'empty';
    }
    return { attrs: this.#node.attrs, cells, around: this.#around, block: this.#handle };
  }
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** Attributes and the rest are flat, so a look at each value is enough. */
function sameProps(a: ControlsProps, b: ControlsProps): boolean {
  return sameValues(a.attrs, b.attrs) && sameValues(a.cells, b.cells) && sameValues(a.around, b.around);
}

function sameValues(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
