import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';

/**
 * Remembers what is selected, by the letters it stands between rather than by numbers: while something is waited for,
 * others type, and so may the person. @returns what selects it again, as far as it is still there.
 */
export function keepSelection(view: EditorView): () => void {
  const { selection, doc: before } = view.state;
  const { type, binding } = ySyncPluginKey.getState(view.state);
  const [anchor, head] = [selection.anchor, selection.head].map((pos) =>
    absolutePositionToRelativePosition(pos, type, binding.mapping),
  );
  return () => {
    const { doc, tr } = view.state;
    // Nobody typed: what is selected now was selected by the person.
    if (doc === before) return;
    const [from, to] = [anchor, head].map((position) =>
      relativePositionToAbsolutePosition(binding.doc, type, position, binding.mapping),
    );
    if (from == null || to == null || Math.max(from, to) > doc.content.size) return;
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
  };
}
