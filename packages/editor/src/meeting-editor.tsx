import { RoomProvider } from '@duet/blocks/views';
import { bodyOf } from '@duet/document';
import { Editor } from '@tiptap/core';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MeetingEditorProps } from './api.ts';
import { editorExtensions } from './editor-extensions.ts';
import { editorHandle } from './editor-handle.ts';
import { MenuStore } from './menus/menu-store.ts';
import { namesIn } from './menus/names-in-document.ts';
import { TypingMenu } from './menus/typing-menu.tsx';
import { BlockControls } from './node-views/block-controls.tsx';
import { ControlsStore } from './node-views/controls-store.ts';

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
  const editorRef = useRef<Editor | null>(null);

  useLayoutEffect(() => {
    const editor = new Editor({
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
      editorProps: { attributes: { class: 'document', 'aria-label': 'Meeting notes', 'aria-multiline': 'true' } },
    });
    editorRef.current = editor;
    latest.current.onReady?.(editorHandle(editor, bodyOf(doc)));
    return () => {
      editorRef.current = null;
      editor.destroy();
    };
  }, [doc, awareness, controls, menus]);

  useLayoutEffect(() => editorRef.current?.setEditable(editable, false), [editable]);

  const { id, name, side, role } = props.me;
  const room = useMemo(
    () => ({
      editable,
      today,
      me: { id, name, side, role },
      attendees: people,
      namesInDocument: () => (editorRef.current ? namesIn(editorRef.current.state.doc) : []),
    }),
    [editable, today, people, id, name, side, role],
  );
  return (
    <RoomProvider value={room}>
      <div className={`meeting-editor${editable ? '' : ' is-locked'}`} ref={mount} />
      <BlockControls store={controls} />
      <TypingMenu store={menus} />
    </RoomProvider>
  );
}
