import { AgendaProvider, RoomProvider } from '@duet/blocks/views';
import { bodyOf } from '@duet/document';
import { Editor } from '@tiptap/core';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MeetingEditorProps } from './api.ts';
import { editorExtensions } from './editor-extensions.ts';
import { editorHandle } from './editor-handle.ts';
import { RowGrip } from './grip/row-grip.tsx';
import { MenuStore } from './menus/menu-store.ts';
import { namesIn } from './menus/names-in-document.ts';
import { TypingMenu } from './menus/typing-menu.tsx';
import { BlockControls } from './node-views/block-controls.tsx';
import { ControlsStore } from './node-views/controls-store.ts';

const NOTHING_OPENED = {};

/**
 * The shared document of a meeting. ProseMirror owns the text and React only the controls beside it, so that no
 * component runs while somebody types. Opening it writes nothing; where `editable` is false nothing can be written.
 */
export function MeetingEditor(props: MeetingEditorProps) {
  const { doc, awareness, editable, today, people } = props;
  const mount = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [controls] = useState(() => new ControlsStore());
  const [menus] = useState(() => new MenuStore());
  const [editor, setEditor] = useState<Editor | null>(null);

  useLayoutEffect(() => {
    const made = new Editor({
      element: mount.current,
      editable: latest.current.editable,
      injectCSS: false,
      extensions: editorExtensions({
        doc,
        awareness,
        me: latest.current.me,
        controls,
        menus,
        attendees: () => latest.current.people,
      }),
      editorProps: { attributes: () => fieldAttributes(latest.current.editable) },
    });
    setEditor(made);
    latest.current.onReady?.(editorHandle(made, bodyOf(doc)));
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [doc, awareness, controls, menus]);

  useLayoutEffect(() => editor?.setEditable(editable, false), [editor, editable]);

  const { id, name, side, role } = props.me;
  const room = useMemo(
    () => ({
      editable,
      today,
      me: { id, name, side, role },
      attendees: people,
      namesInDocument: () => (editor ? namesIn(editor.state.doc) : []),
    }),
    [editor, editable, today, people, id, name, side, role],
  );
  return (
    <RoomProvider value={room}>
      <div className={`meeting-editor${editable ? '' : ' is-locked'}`}>
        <div ref={mount} />
        {editor !== null && editable && <RowGrip editor={editor} onNotice={(notice) => props.onNotice?.(notice)} />}
      </div>
      <AgendaProvider value={props.agenda ?? NOTHING_OPENED}>
        <BlockControls store={controls} />
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
