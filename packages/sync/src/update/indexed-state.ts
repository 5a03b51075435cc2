import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { ClockSet } from './clock-set.ts';
import type { ClockRange } from './decode-update.ts';
import { writeDeletes } from './encode-update.ts';

/**
 * A document's state as one update (version 1), and where in it the structs of each client lie:
 *
 *   varUint clients, then of each: varUint structs | varUint client | varUint first clock = 0 | structs
 *   varUint clients, then of each: varUint client | varUint ranges | ranges: varUint clock, varUint length
 *
 * Clients stand in falling order, as Yjs writes them. Nothing in a struct depends on where it stands, and a client's new
 * structs follow its old ones, so a state can be continued by copying bytes: no struct of the old one has to be read.
 */
export interface IndexedState {
  readonly state: Uint8Array;
  readonly index: StateIndex;
}

/** In the order in which the clients stand in the state. */
export type StateIndex = readonly ClientBlock[];

interface ClientBlock {
  readonly client: number;
  readonly structs: number;
  /** The client's next clock. */
  readonly clock: number;
  /** Of all its structs. */
  readonly bytes: number;
}

/** A struct without its first `offset` clocks. */
export interface Part {
  readonly struct: Y.Item | Y.GC;
  readonly offset: number;
}

export const emptyState: IndexedState = { state: Uint8Array.of(0, 0), index: [] };

type ByClient<T> = readonly [client: number, value: T];
const falling = ([a]: ByClient<unknown>, [b]: ByClient<unknown>): number => b - a;

/** The state that `Y.encodeStateAsUpdate` writes, with its index. */
export function encodeIndexed({ store }: Y.Doc): IndexedState {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const clients = [...store.clients].sort(falling);
  encoding.writeVarUint(restEncoder, clients.length);
  const index = clients.map(([client, structs]) => {
    writeBlockHead(encoder, structs.length, client);
    const start = encoding.length(restEncoder);
    for (const struct of structs) struct.write(encoder, 0);
    const bytes = encoding.length(restEncoder) - start;
    return { client, structs: structs.length, clock: Y.getState(store, client), bytes };
  });
  writeDeletes(encoder, new Map([...Y.createDeleteSetFromStructStore(store).clients].sort(falling)));
  return { state: encoder.toUint8Array(), index };
}

/**
 * The state with what came after it.
 * @param added per client what follows the clocks in the state, without a gap; not integrated.
 */
export function continued(
  { state, index }: IndexedState,
  added: ReadonlyMap<number, readonly Part[]>,
  deletes: ReadonlyMap<number, readonly ClockRange[]>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const blocks = new Map([...added.keys()].map((client) => [client, { structs: 0, old: state.subarray(0, 0) }]));
  let at = varUintBytes(index.length);
  for (const { client, structs, bytes } of index) {
    at += varUintBytes(structs) + varUintBytes(client) + varUintBytes(0);
    blocks.set(client, { structs, old: state.subarray(at, at + bytes) });
    at += bytes;
  }
  encoding.writeVarUint(restEncoder, blocks.size);
  for (const [client, { structs, old }] of [...blocks].sort(falling)) {
    const parts = added.get(client) ?? [];
    writeBlockHead(encoder, structs + parts.length, client);
    encoding.writeUint8Array(restEncoder, old);
    for (const { struct, offset } of parts) struct.write(encoder, offset);
  }
  const before = state.subarray(at);
  if (deletes.size === 0) encoding.writeUint8Array(restEncoder, before);
  else writeDeletes(encoder, new Map([...new ClockSet([readDeletes(before), deletes]).all()].sort(falling)));
  return encoder.toUint8Array();
}

function writeBlockHead(encoder: Y.UpdateEncoderV1, structs: number, client: number): void {
  encoding.writeVarUint(encoder.restEncoder, structs);
  encoder.writeClient(client);
  encoding.writeVarUint(encoder.restEncoder, 0);
}

function readDeletes(bytes: Uint8Array): Map<number, ClockRange[]> {
  const decoder = decoding.createDecoder(bytes);
  const number = () => decoding.readVarUint(decoder);
  const deletes = new Map<number, ClockRange[]>();
  for (let clients = number(); clients > 0; clients--) {
    const client = number();
    deletes.set(
      client,
      Array.from({ length: number() }, () => ({ clock: number(), len: number() })),
    );
  }
  return deletes;
}

/** Seven bits a byte. */
function varUintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) bytes++;
  return bytes;
}

/** varUint clients, then of each: varUint client | structs | clock | bytes. */
export function encodeIndex(index: StateIndex): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, index.length);
    for (const { client, structs, clock, bytes } of index) {
      for (const number of [client, structs, clock, bytes]) encoding.writeVarUint(encoder, number);
    }
  });
}

export function decodeIndex(bytes: Uint8Array): StateIndex {
  const decoder = decoding.createDecoder(bytes);
  const number = () => decoding.readVarUint(decoder);
  return Array.from({ length: number() }, () => ({
    client: number(),
    structs: number(),
    clock: number(),
    bytes: number(),
  }));
}

/** What `Y.encodeStateVector` writes. */
export function encodeClocks(clocks: Iterable<ByClient<number>>): Uint8Array {
  const sorted = [...clocks].sort(falling);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sorted.length);
    for (const [client, clock] of sorted) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}

export function clocksOf(index: StateIndex): Map<number, number> {
  return new Map(index.map(({ client, clock }) => [client, clock]));
}
