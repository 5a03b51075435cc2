import { schemaExtensions } from '@duet/blocks';
import { bodyOf } from '@duet/document';
import { sharedEditing } from '@duet/editor/testing';
import { MessageType, SavedTracker } from '@duet/protocol';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Accounts, PageAccount } from './accounts.ts';
import { type Dial, socketsThat } from './browser-socket.ts';
import { check } from './check.ts';
import { lettersStanding, type Standing } from './letters.ts';

interface PageOptions {
  readonly clientId: number;
  readonly dial: Dial;
  readonly accounts: Accounts;
  /** `old`: an editor of another schema, which deletes what it does not know. */
  readonly editor: 'current' | 'old';
  /** `ours` has the saved mark; a stock client is y-websocket's provider and nothing else. */
  readonly client: 'ours' | 'stock';
  /** The clock up to which what a client id wrote is on the disk. */
  readonly committedClock: (client: number) => number;
  /** Whether the server would take an edit now; the page itself may learn of it later. */
  readonly mayWrite: () => boolean;
}

/** A browser tab with a meeting in it: the provider, the saved mark and the editor that the product uses. */
export class Page {
  readonly doc: Y.Doc;
  readonly account: PageAccount;
  readonly provider: WebsocketProvider;
  /** Null until the document has come for the first time. */
  editor: Editor | null = null;
  /** Why the server closed it for good. */
  ending: number | null = null;
  /** Null in a stock client, which is never told what is saved. */
  readonly #tracker: SavedTracker | null;
  readonly #kind: PageOptions['editor'];
  readonly #mayWrite: () => boolean;
  readonly #committedClock: PageOptions['committedClock'];
  #edits = 0;
  #acting = false;

  constructor({ clientId, dial, accounts, editor, client, mayWrite, committedClock }: PageOptions) {
    this.doc = Object.assign(new Y.Doc(), { clientID: clientId });
    this.account = new PageAccount(accounts);
    this.#kind = editor;
    this.#mayWrite = mayWrite;
    this.#committedClock = committedClock;
    this.provider = new WebsocketProvider('ws://simulated', 'meeting', this.doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: socketsThat(dial),
    });
    this.#tracker = client === 'ours' ? new SavedTracker(this.provider, Y.mergeUpdates) : null;
    this.#watchRefusals();
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => this.#onUpdate(origin));
    this.#tracker?.subscribe(() => this.#onSavedState());
    this.provider.on('sync', (synced) => {
      if (synced) this.#mount();
    });
    this.provider.on('closed', ({ code }) => {
      this.ending = code;
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'disconnected' && !this.#tracker) this.#brokenOff();
    });
    this.provider.connect();
  }

  /** Every edit of this page is on the server's disk, or was refused. */
  get saved(): boolean {
    this.#onSavedState();
    return this.provider.synced && this.#savedEdits === this.#madeEdits;
  }

  /** How many edits were made here. In a stock client its clock stands for that: a deletion alone counts for nothing. */
  get #madeEdits(): number {
    return this.#tracker ? this.#edits : Y.getState(this.doc.store, this.doc.clientID);
  }

  get #savedEdits(): number {
    return this.#tracker ? this.#edits - this.#tracker.state.unsaved : this.#committedClock(this.doc.clientID);
  }

  standing(): Standing {
    return lettersStanding(bodyOf(this.doc));
  }

  /** Something that a person does at the editor. */
  act(deed: (editor: Editor) => void): void {
    if (!this.editor) return;
    const before = this.standing();
    this.#acting = true;
    deed(this.editor);
    this.#acting = false;
    this.#onSavedState();
    this.account.acted(before, this.standing(), this.#madeEdits, this.#mayWrite());
  }

  close(): void {
    this.account.closed();
    this.destroy();
  }

  destroy(): void {
    this.#tracker?.destroy();
    this.provider.destroy();
    this.editor?.destroy();
    this.doc.destroy();
  }

  #mount(): void {
    this.editor ??= new Editor({
      element: document.createElement('div'),
      extensions:
        this.#kind === 'current'
          ? [...schemaExtensions(), ...sharedEditing(this.doc)]
          : [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ fragment: bodyOf(this.doc) })],
    });
  }

  #onUpdate(origin: unknown): void {
    if (origin === this.provider) return;
    this.#edits++;
    check(this.#acting || this.#kind === 'old', () => 'the editor wrote into the document though nobody did anything');
  }

  #onSavedState(): void {
    this.account.savedUpTo(this.#savedEdits);
  }

  /** What a stock client had under way may be lost when its place is deleted before it can be sent again. */
  #brokenOff(): void {
    this.#onSavedState();
    this.account.brokenOff();
  }

  #watchRefusals(): void {
    const { messageHandlers } = this.provider;
    const taken = messageHandlers[MessageType.auth];
    messageHandlers[MessageType.auth] = (...message) => {
      this.account.wasRefused();
      if (!this.#tracker) this.#brokenOff();
      // The provider's own would only write the server's sentence to the console.
      if (this.#tracker) taken?.(...message);
    };
  }
}
