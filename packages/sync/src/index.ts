export { createSyncServer } from './create-sync-server.ts';
export type * from './sync-server.ts';
