import { insertBlocks } from '@duet/document';
import type { Block, IsoDate } from '@duet/domain';
import { Profiler } from 'react';
import { createRoot } from 'react-dom/client';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Me, MeetingEditorHandle, MeetingEditorProps } from '../api.ts';
import { MeetingEditor } from '../meeting-editor.tsx';

const ME: Me = { id: 'j', name: 'Jonas Weber', color: '#0b737b', side: 'engineering', role: 'facilitator' };
const TODAY = '2025-03-18' as IsoDate;

/** An editor on a page of jsdom, and the shared document as a colleague has it. */
export interface MeetingPage {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** How many updates this page has made. */
  writes(): number;
  /** How often React has drawn something of this page. */
  renders(): number;
  readonly root: HTMLElement;
  readonly handle: MeetingEditorHandle;
  /** Changes the document as somebody else would. */
  byColleague(change: (doc: Y.Doc) => void): Promise<void>;
  /** Sets the awareness state of another client. */
  awarenessOf(clientId: number, state: Readonly<Record<string, unknown>>): Promise<void>;
  show(props: Partial<MeetingEditorProps>): Promise<void>;
  /** The one element that a selector finds. */
  find(selector: string): HTMLElement;
  press(target: Element, key: string, modifiers?: KeyboardEventInit): Promise<void>;
  /** Types into a field of a popover. */
  fill(field: HTMLInputElement, words: string): Promise<void>;
  click(target: Element): Promise<void>;
  close(): Promise<void>;
}

/** What jsdom leaves out and an editor asks for. Nothing here has a size, so nothing can be measured. */
function completeDom(): void {
  globalThis.matchMedia ??= ((query: string) => ({ matches: false, media: query })) as typeof matchMedia;
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  if (document.timeline === undefined) Object.defineProperty(document, 'timeline', { value: { currentTime: 0 } });
  const noRects = (): DOMRectList => [] as unknown as DOMRectList;
  Range.prototype.getClientRects ??= noRects;
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  document.elementFromPoint ??= () => null;
  Element.prototype.scrollIntoView ??= () => undefined;
}

const TURNS = 4;

/** Runs something on the page and lets React and the popovers finish, which they do within a few turns of the loop. */
async function onPage(run: () => void): Promise<void> {
  run();
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export async function openMeetingPage(
  blocks: readonly Block[],
  props: Partial<MeetingEditorProps> = {},
): Promise<MeetingPage> {
  completeDom();
  const colleague = new Y.Doc();
  insertBlocks(colleague, blocks);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague), 'network');
  let writes = 0;
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') return;
    writes++;
    Y.applyUpdate(colleague, update);
  });
  const awareness = new Awareness(doc);
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  let handle: MeetingEditorHandle | null = null;
  let shown: MeetingEditorProps = {
    doc,
    awareness,
    me: ME,
    editable: true,
    today: TODAY,
    date: TODAY,
    people: [ME],
    onReady: (ready) => {
      handle = ready;
    },
    ...props,
  };
  let renders = 0;
  const render = (): void =>
    root.render(
      <Profiler id="page" onRender={() => renders++}>
        <MeetingEditor {...shown} />
      </Profiler>,
    );
  await onPage(render);
  if (handle === null) throw new Error('The editor did not say that it is ready.');

  return {
    doc,
    awareness,
    writes: () => writes,
    renders: () => renders,
    root: host,
    handle,
    byColleague: (change) =>
      onPage(() => {
        const before = Y.encodeStateVector(doc);
        change(colleague);
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague, before), 'network');
      }),
    awarenessOf: (clientId, state) =>
      onPage(() => {
        awareness.states.set(clientId, state);
        awareness.emit('change', [{ added: [clientId], updated: [], removed: [] }, 'network']);
      }),
    show: async (change) => {
      shown = { ...shown, ...change };
      await onPage(render);
    },
    find: (selector) => {
      const found = document.querySelectorAll<HTMLElement>(selector);
      const [only] = found;
      if (only === undefined || found.length > 1) throw new Error(`${found.length} elements match ${selector}`);
      return only;
    },
    press: (target, key, modifiers = {}) =>
      onPage(() => {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, ...modifiers, bubbles: true, cancelable: true }));
      }),
    fill: (field, words) =>
      onPage(() => {
        // React hears only of values that come through the element's own setter.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    click: (target) =>
      onPage(() => {
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }),
    close: async () => {
      await onPage(() => root.unmount());
      host.remove();
      awareness.destroy();
      doc.destroy();
    },
  };
}
