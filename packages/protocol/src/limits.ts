const KiB = 1024;
const MiB = 1024 * KiB;

/** What one connection may send, unless the server is configured otherwise (G21). Bytes, but for `nesting` and rates. */
export const defaultLimits = {
  frameBytes: MiB,
  /** Encoded current state, tombstones collected. Also the size of the first sync step 2 of a connection. */
  documentBytes: 20_000_000,
  /** Types around an item, the root included. */
  nesting: 64,
  /** Updates of one connection that wait for structs which have not arrived. */
  pendingBytes: 64 * KiB,
  connectionsPerDocument: 200,
  connectionsPerAddress: 200,
  updatesPerSecond: 60,
  bytesPerSecond: 512 * KiB,
  /** One client's awareness state as JSON. */
  awarenessBytes: 4 * KiB,
} as const;

/** A "saved" ping may carry this much. */
export const SAVED_PAYLOAD_BYTES = KiB;

/** Type and length prefixes in front of the update in a sync frame: two type bytes and a varUint. */
export const SYNC_HEADER_BYTES = 16;
