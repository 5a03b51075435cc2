import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import {
  CalendarRange,
  CircleQuestionMark,
  Construction,
  Heading,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Map as MapIcon,
  Pilcrow,
  Rows3,
  ShieldAlert,
  Signpost,
  SquareCheck,
  TextQuote,
} from 'lucide-react';
import type { InsertKind } from '../api.ts';
import { insertEntry } from '../insert-entry.ts';
import { type MenuItem, type MenuStore, menuRenderer } from './menu-store.ts';

interface Entry {
  readonly words: string;
  readonly sub?: string;
  readonly icon: LucideIcon;
  readonly shortcut: string;
  /** What finds it beside its name. */
  readonly aliases: readonly string[];
  readonly run: (editor: Editor) => void;
}

const block = (kind: InsertKind) => (editor: Editor) => insertEntry(editor, kind);
const text = (attrs: Readonly<Record<string, unknown>>) => (editor: Editor) => {
  const { $from } = editor.state.selection;
  editor.commands.setBlockAttributes($from.before(1), { kind: null, level: null, checked: null, ...attrs });
};

const BLOCKS: readonly Entry[] = [
  {
    words: 'Risk',
    sub: 'Owner, likelihood, impact',
    icon: ShieldAlert,
    shortcut: '/risk',
    aliases: ['danger'],
    run: block('riskRow'),
  },
  { words: 'Decision', icon: Signpost, shortcut: '/dec', aliases: ['pending'], run: block('decision') },
  { words: 'Action item', icon: SquareCheck, shortcut: '/act', aliases: ['todo', 'task'], run: block('actionItem') },
  {
    words: 'Upcoming item',
    icon: CalendarRange,
    shortcut: '/up',
    aliases: ['sprint', 'feasibility'],
    run: block('upcomingItem'),
  },
  { words: 'Constraint', icon: Construction, shortcut: '/con', aliases: ['limit', 'window'], run: block('constraint') },
  { words: 'Question', icon: CircleQuestionMark, shortcut: '/que', aliases: ['open'], run: block('openQuestion') },
  { words: 'Roadmap row', icon: MapIcon, shortcut: '/road', aliases: ['feature', 'status'], run: block('roadmapRow') },
];

const TEXTS: readonly Entry[] = [
  { words: 'Text', icon: Pilcrow, shortcut: '/text', aliases: ['paragraph'], run: text({}) },
  { words: 'Heading', icon: Heading, shortcut: '##', aliases: ['title'], run: text({ kind: 'heading', level: 2 }) },
  { words: 'Bullets', icon: List, shortcut: '-', aliases: ['list'], run: text({ kind: 'bullet' }) },
  { words: 'Numbers', icon: ListOrdered, shortcut: '1.', aliases: ['ordered', 'list'], run: text({ kind: 'ordered' }) },
  { words: 'Checklist', icon: ListTodo, shortcut: '[ ]', aliases: ['check', 'todo'], run: text({ kind: 'check' }) },
  { words: 'Quote', icon: TextQuote, shortcut: '>', aliases: [], run: text({ kind: 'quote' }) },
  {
    words: 'Section',
    icon: Rows3,
    shortcut: '/sec',
    aliases: ['agenda'],
    run: (editor) => editor.commands.insertBlock('sectionHeading'),
  },
];

/** `/` at the start of prose: every block and every kind of text, filtered by what is typed after it. */
export function slashMenu(store: MenuStore): Extension {
  return Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        Suggestion<MenuItem, MenuItem>({
          editor,
          pluginKey: new PluginKey('slashMenu'),
          char: '/',
          allow: ({ state, range }) =>
            state.doc.resolve(range.from).parent.type.name === 'textBlock' && editor.isEditable,
          items: ({ query }) => itemsFor(query, editor),
          command: ({ range, props: item }) => runOn(editor, range, item),
          render: menuRenderer(store, 'Insert a block'),
        }),
      ];
    },
  });
}

/** Takes the typed words away and does what was chosen, as one step to undo. */
function runOn(editor: Editor, range: Range, item: MenuItem): void {
  editor.chain().focus().deleteRange(range).run();
  item.run();
}

function itemsFor(query: string, editor: Editor): MenuItem[] {
  const toItem = ({ icon: Icon, ...entry }: Entry): MenuItem => ({
    key: entry.words,
    words: entry.words,
    ...(entry.sub !== undefined && { sub: entry.sub }),
    icon: <Icon className="icon" aria-hidden="true" />,
    end: <span className="kbd">{entry.shortcut}</span>,
    run: () => entry.run(editor),
  });
  const blocks = BLOCKS.filter((entry) => matches(entry, query)).map(toItem);
  const texts = TEXTS.filter((entry) => matches(entry, query)).map(toItem);
  return [
    ...blocks.map((item, index) => (index === 0 ? { ...item, group: 'Blocks' } : item)),
    ...texts.map((item, index) => (index === 0 && blocks.length > 0 ? { ...item, ruled: true } : item)),
  ];
}

function matches({ words, aliases }: Entry, query: string): boolean {
  const wanted = query.toLowerCase();
  return [...words.split(' '), ...aliases].some((word) => word.toLowerCase().startsWith(wanted));
}
