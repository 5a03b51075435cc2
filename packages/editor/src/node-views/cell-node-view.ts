import type { CellLook } from '@duet/blocks/views';
import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';

/** A text cell. Its place among the others is its class's, so their order in the document does not matter. */
export class CellNodeView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  #node: Node;

  constructor(look: CellLook, node: Node) {
    this.#node = node;
    this.dom = document.createElement('div');
    this.dom.className = `cell ${look.className}`;
    this.dom.dataset.type = node.type.name;
    this.contentDOM = look.caption === undefined ? this.dom : this.#captioned(look.caption);
    this.contentDOM.dataset.placeholder = look.placeholder;
    if (look.role !== undefined) this.dom.setAttribute('role', look.role);
    if (look.column !== undefined) this.dom.setAttribute('aria-colindex', String(look.column));
    if (look.level !== undefined) this.dom.setAttribute('aria-level', String(look.level));
    if (look.role === 'group') this.dom.setAttribute('aria-label', look.caption ?? look.name ?? '');
    this.#paint();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#paint();
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #paint(): void {
    const empty = this.#node.content.size === 0;
    this.dom.classList.toggle('is-empty', empty);
    this.contentDOM.classList.toggle('is-empty', empty);
  }

  #captioned(caption: string): HTMLElement {
    const label = document.createElement('span');
    label.className = 'cell__caption';
    label.contentEditable = 'false';
    label.ariaHidden = 'true';
    label.textContent = caption;
    const text = document.createElement('div');
    text.className = 'cell__text';
    this.dom.append(label, text);
    return text;
  }
}
