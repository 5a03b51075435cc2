export * from './sync-server.ts';
