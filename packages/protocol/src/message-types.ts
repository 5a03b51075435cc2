/** First varUint of every frame. 0 to 3 are the y-websocket protocol; 102 is ours and always begun by the client. */
export const MessageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 102,
} as const;

/** Second varUint of a sync frame (y-protocols). */
export const SyncType = {
  /** "This is what I have": a state vector. */
  step1: 0,
  /** "This is what you lack": an update, the answer to step 1. */
  step2: 1,
  /** One live update. */
  update: 2,
} as const;

/** Second varUint of an auth frame. y-protocols knows this one. */
export const AuthType = { permissionDenied: 0 } as const;
