// The shortest collaborative editor: StarterKit, the shared document, carets, y-websocket. Its server's port is the query.

import { Editor, Extension } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const document_ = new Y.Doc();
const provider = new WebsocketProvider(`ws://127.0.0.1:${location.search.slice(1)}`, 'skeleton', document_, {
  disableBc: true,
});
const carets = Extension.create({
  name: 'carets',
  priority: 999,
  addProseMirrorPlugins: () => [yCursorPlugin(provider.awareness)],
});
new Editor({
  element: document.getElementById('editor'),
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document: document_ }), carets],
});
