export { type Pasted, type PasteInput, type RowKind, readPaste } from './clipboard/read-paste.ts';
export { decodeText } from './decode-text.ts';
export { ImportError, type ImportErrorCode } from './import-error.ts';
export { type ImportInput, type ImportResult, importMeeting, importMeetingInTurns } from './import-meeting.ts';
export { inTurns } from './in-turns.ts';
export { IMPORT_LIMITS } from './limits.ts';
export type { RecognisedCounts, RecognisedSamples } from './recognised.ts';
export { SOURCE_TYPES as IMPORT_MEDIA_TYPES, type SourceType as ImportMediaType } from './sources/read-source.ts';
