import { blocks, ENTRY_KEYS } from '@duet/blocks';
import { dayInWords, type IsoDate, type OfferedAction, offeredAction, plain } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { keyCaps } from '../keys/key-notation.ts';

/** The action that the line with the caret speaks of, and where that line stands. */
interface Offer {
  readonly action: OfferedAction;
  readonly from: number;
  readonly to: number;
}

/**
 * [M17] A line such as "@wen calls the vendor by Friday" offers to become that action, with its owner and day. The offer
 * stands at the end of the line for who has the caret there, is no part of the document, and is taken up by a click or
 * a key; going on typing leaves the line what it is.
 */
export function actionOffer(today: () => IsoDate): Extension {
  return Extension.create({
    name: 'actionOffer',
    addKeyboardShortcuts() {
      return { [ENTRY_KEYS.toggleDone]: () => takeUp(this.editor.view, offerIn(this.editor.state, today())) };
    },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            decorations: (state) => {
              const offer = editor.isEditable ? offerIn(state, today()) : null;
              return offer && DecorationSet.create(state.doc, [widget(offer, today())]);
            },
          },
        }),
      ];
    },
  });
}

function offerIn({ selection }: EditorState, today: IsoDate): Offer | null {
  const { $from, empty } = selection;
  const line = $from.parent;
  if (!empty || line.type.name !== blocks.textBlock.name || !line.textContent.includes('@')) return null;
  const action = offeredAction(line.textContent, today);
  return action && { action, from: $from.before(), to: $from.after() };
}

/** Puts the action in the place of its line, with the caret at its end. */
function takeUp(view: EditorView, offer: Offer | null): boolean {
  if (offer === null) return false;
  const { tr, schema } = view.state;
  const { owner, due, action } = offer.action;
  const fresh = blocks.actionItem.fresh();
  const node = schema.nodeFromJSON({
    ...fresh,
    attrs: { ...fresh.attrs, owner, due },
    content: plain(action).map(({ text }) => ({ type: 'text', text })),
  });
  tr.replaceWith(offer.from, offer.to, node);
  const end = TextSelection.create(tr.doc, offer.from + node.nodeSize - 1);
  view.dispatch(tr.setSelection(end).scrollIntoView());
  view.focus();
  return true;
}

function widget({ action, to }: Offer, today: IsoDate): Decoration {
  return Decoration.widget(to - 1, (view) => offerButton(view, action, today), {
    key: `offer ${action.owner} ${action.due}`,
    side: 1,
    ignoreSelection: true,
    stopEvent: () => true,
  });
}

function offerButton(view: EditorView, { owner, due }: OfferedAction, today: IsoDate): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn--sm action-offer';
  button.contentEditable = 'false';
  // The key does the same; Tab indents the line.
  button.tabIndex = -1;
  button.append(`Make it an action: @${owner}, ${dayInWords(due, today)}`);
  for (const cap of keyCaps(ENTRY_KEYS.toggleDone)) {
    const kbd = button.appendChild(document.createElement('kbd'));
    kbd.className = 'kbd';
    kbd.textContent = cap;
  }
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => takeUp(view, offerIn(view.state, today)));
  return button;
}
