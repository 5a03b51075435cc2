export { type LevelStoreOptions, openLevelStore } from './open-level-store.ts';
export { restoreBackup } from './restore-backup.ts';
