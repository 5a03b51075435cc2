import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { typeOn } from '../type-on.ts';
import { SECTION_BLOCKS, type SectionSpan, sectionSpans } from './section-map.ts';

type FootedBlock = (typeof SECTION_BLOCKS)[string];

interface FootWords {
  readonly noun: string;
  readonly title: string;
  readonly text: string;
  readonly button: string;
}

const WORDS: Readonly<Record<FootedBlock, FootWords>> = {
  upcomingItem: {
    noun: 'Upcoming item',
    title: 'Nothing starts in the next two sprints',
    text: 'What is added here needs a feasibility talk before it starts.',
    button: 'Add upcoming item',
  },
  constraint: {
    noun: 'Constraint',
    title: 'No constraints named',
    text: 'A window, a limit, a dependency: one that product hears of now blocks nothing later.',
    button: 'Add constraint',
  },
  decision: {
    noun: 'Decision',
    title: 'No decisions yet',
    text: 'Write down who decided and why. It saves the next debate.',
    button: 'Record decision',
  },
  actionItem: {
    noun: 'Action item',
    title: 'No action items yet',
    text: 'One person, one thing, one day. What has no owner does not get done.',
    button: 'Add action item',
  },
  openQuestion: {
    noun: 'Question',
    title: 'No open questions',
    text: 'What nobody here can answer goes here, with the person who finds out.',
    button: 'Add question',
  },
};

/** At the end of each section of typed blocks: a button for the next one, or an invitation while there is none. */
export const SectionFeet = Extension.create({
  name: 'sectionFeet',
  addProseMirrorPlugins() {
    const { editor } = this;
    const insert: Insert = (block, at) => typeOn(editor, (chain) => chain.insertBlock(block, at));
    let drawn: { readonly doc: Node; readonly editable: boolean; readonly set: DecorationSet } | null = null;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const editable = editor.isEditable;
            if (drawn?.doc !== doc || drawn.editable !== editable) {
              drawn = { doc, editable, set: decorate(doc, editable ? insert : null) };
            }
            return drawn.set;
          },
        },
      }),
    ];
  },
});

type Insert = (block: FootedBlock, at: number) => void;

/** Without `insert` nothing can be added: the document is only read. */
function decorate(doc: Node, insert: Insert | null): DecorationSet {
  const decorations = sectionSpans(doc).flatMap((span) => {
    const block = SECTION_BLOCKS[span.heading.node.attrs.key];
    if (block === undefined) return [];
    const isEmpty = !span.blocks.some(({ node }) => node.type.name === block);
    if (insert === null && !isEmpty) return [];
    const foot = Decoration.widget(span.end, (_, getPos) => footElement(getPos, block, isEmpty, insert), {
      key: `foot ${span.heading.node.attrs.key} ${isEmpty} ${insert !== null}`,
      side: -1,
      ignoreSelection: true,
      stopEvent: () => true,
    });
    return [foot, ...slack(span)];
  });
  return DecorationSet.create(doc, decorations);
}

/** The empty line that the template puts into a section takes no room there, until somebody goes to it. */
function slack({ blocks: [first] }: SectionSpan): readonly Decoration[] {
  if (first?.node.type.name !== 'textBlock' || first.node.content.size > 0) return [];
  return [Decoration.node(first.pos, first.pos + first.node.nodeSize, { class: 'is-slack' })];
}

function footElement(
  getPos: () => number | undefined,
  block: FootedBlock,
  isEmpty: boolean,
  insert: Insert | null,
): HTMLElement {
  const foot = document.createElement('div');
  foot.className = 'section-foot';
  foot.contentEditable = 'false';
  const { noun, button } = WORDS[block];
  const add = (): void => {
    const at = getPos();
    if (at !== undefined) insert?.(block, at);
  };
  if (isEmpty) foot.append(invitation(WORDS[block], insert !== null));
  const holder = foot.firstElementChild ?? foot;
  if (insert !== null)
    holder.append(addButton(isEmpty ? 'btn btn--sm' : 'row-add', isEmpty ? button : noun, button, add));
  return foot;
}

/** Nobody is told why to write something who can't. */
function invitation({ title, text }: FootWords, mayAdd: boolean): HTMLElement {
  const box = document.createElement('div');
  box.className = 'empty';
  const head = box.appendChild(document.createElement('div'));
  head.className = 'empty__title';
  head.textContent = title;
  if (!mayAdd) return box;
  const reason = box.appendChild(document.createElement('p'));
  reason.className = 'empty__text';
  reason.textContent = text;
  return box;
}

function addButton(className: string, words: string, label: string, onClick: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.append(plus(), words);
  button.setAttribute('aria-label', label);
  button.addEventListener('click', onClick);
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

function plus(): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon icon--14');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = icon.appendChild(document.createElementNS(SVG, 'path'));
  path.setAttribute('d', 'M5 12h14M12 5v14');
  return icon;
}
