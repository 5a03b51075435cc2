import { AgendaProvider, ReadinessProvider, RoomProvider, SeriesMemoryProvider } from '@duet/blocks/views';
import { bodyOf, read } from '@duet/document';
import { nextSprint } from '@duet/domain';
import { Editor } from '@tiptap/react';
import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MeetingEditorProps } from './api.ts';
import { editorExtensions } from './editor-extensions.ts';
import { editorHandle } from './editor-handle.ts';
import { MenuStore } from './menus/menu-store.ts';
import { namesIn } from './menus/names-in-document.ts';
import { TypingMenu } from './menus/typing-menu.tsx';
import { BlockControls } from './node-views/block-controls.tsx';
import { ControlsStore } from './node-views/controls-store.ts';

/** Beside the notes, where a pointer is: it may come a moment after them. */
const RowGrip = lazy(() => import('./grip/row-grip.tsx'));

const NOTHING_OPENED = {};
const NOTHING_KNOWN: NonNullable<MeetingEditorProps['readiness']> = [];

/**
 * The shared document of a meeting. ProseMirror owns the text and React only the controls beside it, so that no
 * component runs while somebody types. Opening it writes nothing; where `editable` is false nothing can be written.
 */
export function MeetingEditor(props: MeetingEditorProps) {
  const { doc, awareness, editable, today, date, people } = props;
  const latest = useRef(props);
  latest.current = props;
  const [controls] = useState(() => new ControlsStore());
  const [menus] = useState(() => new MenuStore());
  // Once a document: among them is its undo manager, which listens to the document.
  const extensions = useMemo(() => {
    const attendees = () => latest.current.people;
    return editorExtensions({
      doc,
      awareness,
      me: latest.current.me,
      controls,
      menus,
      attendees,
      today: () => latest.current.today,
      isLive: () => Object.keys(latest.current.agenda ?? NOTHING_OPENED).length > 0,
      notify: (notice) => latest.current.onNotice?.(notice),
      memory: () => latest.current.memory ?? null,
    });
  }, [doc, awareness, controls, menus]);
  // Made and placed at once. Tiptap's hook and component make an editor while React draws, place it afterwards and have it
  // drawn again there, for node views in React: there are none.
  const field = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  useLayoutEffect(() => {
    const made = new Editor({
      element: field.current,
      editable: latest.current.editable,
      injectCSS: false,
      extensions,
      editorProps: { attributes: fieldAttributes(latest.current.editable) },
    });
    setEditor(made);
    return () => made.destroy();
  }, [extensions]);

  useLayoutEffect(() => {
    if (editor === null) return;
    latest.current.onReady?.(editorHandle(editor, bodyOf(doc), awareness, () => latest.current.today));
  }, [editor, doc, awareness]);
  useLayoutEffect(() => {
    if (editor === null || editor.isEditable === editable) return;
    editor.setOptions({ editable, editorProps: { attributes: fieldAttributes(editable) } });
  }, [editor, editable]);

  const { id, name, side, role } = props.me;
  const room = useMemo(
    () => ({
      editable,
      today,
      date,
      me: { id, name, side, role },
      attendees: people,
      namesInDocument: () => (editor === null ? [] : namesIn(editor.state.doc)),
      nextSprint: () => nextSprint(read(doc)),
    }),
    [doc, editor, editable, today, date, people, id, name, side, role],
  );
  return (
    <RoomProvider value={room}>
      <div className={`meeting-editor${editable ? '' : ' is-locked'}`}>
        <div ref={field} />
        {editable && editor !== null && (
          <Suspense>
            <RowGrip editor={editor} today={today} onNotice={(notice) => props.onNotice?.(notice)} />
          </Suspense>
        )}
      </div>
      <AgendaProvider value={props.agenda ?? NOTHING_OPENED}>
        <ReadinessProvider value={props.readiness ?? NOTHING_KNOWN}>
          <SeriesMemoryProvider value={props.memory ?? null}>
            <BlockControls store={controls} />
          </SeriesMemoryProvider>
        </ReadinessProvider>
      </AgendaProvider>
      <TypingMenu store={menus} />
    </RoomProvider>
  );
}

/** A field to type in, or, where nothing may be written, just a part of the page. */
function fieldAttributes(editable: boolean): Record<string, string> {
  const role: Record<string, string> = editable ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'group' };
  return { class: 'document', 'aria-label': 'Meeting notes', ...role };
}
