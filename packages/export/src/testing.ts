export * from './import/testing/clipboards.ts';
