export * from './block-definition.ts';
export type { BlockCommandsOptions } from './editing/commands.ts';
export * from './editing/index.ts';
export { type Entry, type EntryRef, entriesOf, findEntry, selectedEntry } from './editing/places.ts';
export * from './json-node.ts';
export { meetingMarkdown, parseMeetingMarkdown } from './markdown.ts';
export * from './registry.ts';
export * from './schema.ts';
export { orderedNumbers } from './text-block/numbering.ts';
