export { SCHEMA_VERSION } from '@duet/blocks';
export * from './edits.ts';
export * from './layout.ts';
export * from './places.ts';
export * from './read.ts';
export * from './restore.ts';
export * from './sample.ts';
export * from './template.ts';
export { findElement } from './y-xml.ts';
