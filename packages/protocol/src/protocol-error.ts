/** A frame that is not a message of this protocol. `message` says what was wrong, for logs and close reasons. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}
