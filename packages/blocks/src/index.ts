export * from './block-definition.ts';
export { ENTRY_KEYS } from './editing/entry-keys.ts';
export * from './editing/index.ts';
export { isLocalChange } from './editing/local-changes.ts';
export {
  blocksOf,
  type Entry,
  type EntryRef,
  endOf,
  entriesOf,
  findEntry,
  isCell,
  isRow,
  type RowsSeen,
  rowsOf,
  selectedEntry,
  tableOf,
  withRows,
} from './editing/places.ts';
export { SELECT_KEYS } from './editing/select-text.ts';
export * from './json-node.ts';
export { piecesOf } from './markdown/pieces.ts';
export { finish, type Steps } from './markdown/steps.ts';
export { meetingMarkdown, parseMeetingMarkdown, readMeetingMarkdown } from './markdown.ts';
export * from './registry.ts';
export * from './schema.ts';
export { orderedNumbers } from './text-block/numbering.ts';
export { startedRowOf } from './upcoming-item/started-row.ts';
