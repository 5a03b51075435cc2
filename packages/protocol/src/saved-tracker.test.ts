import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { readClientMessage } from './read-message.ts';
import { type SavedProvider, SavedTracker } from './saved-tracker.ts';
import { deniedMessage, savedMessage, step1Message } from './write-message.ts';

type Listener = (...values: never[]) => void;

/** As much of a y-websocket provider as the tracker touches. */
class FakeProvider {
  readonly sent: Uint8Array[] = [];
  readonly messageHandlers: SavedProvider['messageHandlers'] = [];
  readonly ws = { send: (frame: Uint8Array) => void this.sent.push(frame) };
  wsconnected = false;
  synced = false;
  readonly #listeners = new Map<string, Listener>();
  readonly doc = {
    on: (event: string, listener: Listener) => void this.#listeners.set(event, listener),
    off: (event: string) => void this.#listeners.delete(event),
  };

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, listener);
  }

  off(event: string): void {
    this.#listeners.delete(event);
  }

  #emit(event: string, ...values: unknown[]): void {
    this.#listeners.get(event)?.(...(values as never[]));
  }

  connect(): void {
    this.wsconnected = true;
    this.#emit('status', { status: 'connected' });
    this.receive(step1Message(new Uint8Array()));
    this.synced = true;
    this.#emit('sync', true);
  }

  disconnect(): void {
    this.wsconnected = false;
    this.synced = false;
    this.#emit('sync', false);
    this.#emit('status', { status: 'disconnected' });
  }

  edit(origin: unknown = null, update: Uint8Array = new Uint8Array()): void {
    this.#emit('update', update, origin);
  }

  receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    this.messageHandlers[type]?.(encoding.createEncoder(), decoder, this as never, true, type);
  }

  /** The server answers the oldest ping that is not answered. */
  answer(): void {
    const at = this.sent.findIndex((frame) => readClientMessage(frame).kind === 'saved');
    const message = readClientMessage(this.sent.splice(0, at + 1).at(-1) ?? new Uint8Array());
    if (message.kind === 'saved') this.receive(savedMessage(message.payload));
  }
}

/** Stands in for Yjs' merge. */
function joined(updates: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(updates.flatMap((update) => [...update]));
}

function track() {
  const provider = new FakeProvider();
  const tracker = new SavedTracker(provider, joined);
  const states: string[] = [];
  tracker.subscribe(() => states.push(`${tracker.state.status} ${tracker.state.unsaved}`));
  return { provider, tracker, states };
}

describe('the saved tracker', () => {
  it('[M28] asks after an edit and reports saving, then saved', () => {
    const { provider, states } = track();
    provider.connect();
    provider.edit();
    provider.answer();
    expect(states).toEqual(['saved 0', 'saving 1', 'saved 0']);
  });

  it('[G4] has one ping under way and asks again for what was typed meanwhile', () => {
    const { provider, tracker } = track();
    provider.connect();
    for (let i = 0; i < 5; i++) provider.edit();
    expect(provider.sent).toHaveLength(1);
    provider.answer();
    expect(tracker.state).toMatchObject({ status: 'saving', unsaved: 4 });
    provider.answer();
    expect(tracker.state).toMatchObject({ status: 'saved', unsaved: 0 });
    expect(provider.sent).toHaveLength(0);
  });

  it('[M28] counts what is typed offline and asks when it was handed over', () => {
    const { provider, tracker } = track();
    provider.edit();
    provider.edit();
    expect(tracker.state).toMatchObject({ status: 'offline', unsaved: 2 });
    expect(provider.sent).toEqual([]);
    provider.connect();
    provider.answer();
    expect(tracker.state).toMatchObject({ status: 'saved', unsaved: 0 });
  });

  it('[G4] does not trust a ping that was under way when the link broke', () => {
    const { provider, tracker } = track();
    provider.connect();
    provider.edit();
    provider.sent.length = 0;
    provider.disconnect();
    expect(tracker.state).toMatchObject({ status: 'offline', unsaved: 1 });
    provider.connect();
    expect(provider.sent.map((frame) => readClientMessage(frame).kind)).toEqual(['update', 'saved']);
    provider.answer();
    expect(tracker.state.status).toBe('saved');
  });

  it('[G12] sends what was under way when the link broke again as it was, before anything else, until it is saved', () => {
    const { provider } = track();
    provider.connect();
    provider.edit(null, Uint8Array.of(1));
    provider.answer();
    provider.edit(null, Uint8Array.of(2));
    provider.edit(null, Uint8Array.of(3));
    provider.disconnect();
    provider.sent.length = 0;
    provider.connect();
    const [first] = provider.sent;
    expect(readClientMessage(first ?? new Uint8Array())).toEqual({ kind: 'update', update: Uint8Array.of(2, 3) });
    provider.answer();
    provider.disconnect();
    provider.sent.length = 0;
    provider.connect();
    expect(provider.sent).toEqual([]);
  });

  it('[G21] forgets the oldest of much unsaved work: that comes back with the state', () => {
    const { provider } = track();
    for (let edit = 0; edit < 10; edit++) provider.edit(null, new Uint8Array(8 * 1024).fill(edit));
    provider.connect();
    const message = readClientMessage(provider.sent[0] ?? new Uint8Array());
    expect(message.kind === 'update' && [message.update.length, message.update[0]]).toEqual([32 * 1024, 6]);
  });

  it('[M28] does not count what came from the server', () => {
    const { provider, tracker } = track();
    provider.connect();
    provider.edit(provider);
    expect(tracker.state).toMatchObject({ status: 'saved', unsaved: 0 });
  });

  it('[G16] reports a refusal with the server’s sentence until the next connection', () => {
    const { provider, tracker } = track();
    provider.connect();
    provider.receive(deniedMessage('You may read.'));
    expect(tracker.state).toMatchObject({ status: 'refused', reason: 'You may read.' });
    provider.disconnect();
    provider.connect();
    expect(tracker.state).toMatchObject({ status: 'saved', reason: null });
  });

  it('lets go of the provider', () => {
    const { provider, tracker } = track();
    tracker.destroy();
    provider.connect();
    provider.edit();
    expect(provider.sent).toEqual([]);
    expect(provider.messageHandlers[102]).toBeUndefined();
  });
});
