export { type AwarenessEntry, readAwareness, writeAwareness } from './awareness.ts';
export { CloseCode, closeReason } from './close-codes.ts';
export { defaultLimits, SAVED_PAYLOAD_BYTES, SYNC_HEADER_BYTES } from './limits.ts';
export { MessageType, SyncType } from './message-types.ts';
export { ProtocolError } from './protocol-error.ts';
export { type ClientMessage, isStep2Frame, readClientMessage, type UpdateMessage } from './read-message.ts';
export { type SavedProvider, type SavedState, SavedTracker } from './saved-tracker.ts';
export {
  awarenessMessage,
  deniedMessage,
  queryAwarenessMessage,
  savedMessage,
  step1Message,
  step2Message,
  updateMessage,
} from './write-message.ts';
