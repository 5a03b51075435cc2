export { createSyncServer } from './create-sync-server.ts';
export { takingFrames } from './session/shared-frame.ts';
export type * from './sync-server.ts';
