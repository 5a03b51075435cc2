/** Why the server ended a socket (G19). Codes 4400 to 4499 tell a y-websocket 3 client not to come back by itself. */
export const CloseCode = {
  loadFailed: 1011,
  restarting: 1012,
  slowReader: 1013,
  badFrame: 4400,
  notSignedIn: 4401,
  notAllowed: 4403,
  notFound: 4404,
  tooLarge: 4413,
  reloadNeeded: 4426,
  tooFast: 4429,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** The reason sent when the caller has nothing more exact to say. At most 123 bytes, the room of a close frame. */
export const closeReason: Readonly<Record<CloseCode, string>> = {
  [CloseCode.loadFailed]: 'the document could not be loaded; nothing was changed',
  [CloseCode.restarting]: 'the server restarts; reconnect in a moment',
  [CloseCode.slowReader]: 'the connection reads too slowly; reconnect to catch up',
  [CloseCode.badFrame]: 'the frame is not a valid message; nothing of it was stored',
  [CloseCode.notSignedIn]: 'sign in first',
  [CloseCode.notAllowed]: 'this meeting is not open to you',
  [CloseCode.notFound]: 'there is no such meeting',
  [CloseCode.tooLarge]: 'too large; nothing of it was stored',
  [CloseCode.reloadNeeded]: 'this page is of another version; reload it to edit',
  [CloseCode.tooFast]: 'too much at once; reconnect in a moment',
};
