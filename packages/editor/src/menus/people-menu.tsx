import { Avatar, matchingPeople, type Person } from '@duet/blocks/views';
import type { Attendee } from '@duet/domain';
import { type Editor, Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import { type MenuItem, type MenuStore, menuRenderer } from './menu-store.ts';
import { namesIn } from './names-in-document.ts';

const MOST = 8;

/** `@` in any text: who is here and who is named in the document. What is inserted is plain text. */
export function peopleMenu(store: MenuStore, attendees: () => readonly Attendee[]): Extension {
  return Extension.create({
    name: 'peopleMenu',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        Suggestion<MenuItem, MenuItem>({
          editor,
          pluginKey: new PluginKey('peopleMenu'),
          char: '@',
          allowedPrefixes: [' ', '(', ',', ';'],
          allow: () => editor.isEditable,
          items: ({ query }) =>
            matchingPeople(attendees(), namesIn(editor.state.doc, query), query)
              .slice(0, MOST)
              .map((person) => itemFor(person, query)),
          command: ({ range, props: item }) => insertName(editor, range, item.key),
          render: menuRenderer(store, 'Mention someone'),
        }),
      ];
    },
  });
}

function itemFor(person: Person, query: string): MenuItem {
  const begins = query !== '' && person.handle.toLowerCase().startsWith(query.toLowerCase());
  return {
    key: person.handle,
    words: `@${person.handle}`,
    ...(begins && { typed: query.length + 1 }),
    icon: <Avatar person={person} />,
    end: person.name ?? undefined,
    run: () => undefined,
  };
}

/** The name, and one space after it. */
function insertName(editor: Editor, range: { readonly from: number; readonly to: number }, handle: string): void {
  const after = editor.state.doc.textBetween(range.to, Math.min(range.to + 1, editor.state.doc.content.size));
  editor
    .chain()
    .focus()
    .insertContentAt(range, { type: 'text', text: after === ' ' ? `@${handle}` : `@${handle} ` })
    .run();
}
