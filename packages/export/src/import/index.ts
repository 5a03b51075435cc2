export { ImportError, type ImportErrorCode } from './import-error.ts';
export {
  IMPORT_MEDIA_TYPES,
  type ImportInput,
  type ImportMediaType,
  type ImportResult,
  importMeeting,
} from './import-meeting.ts';
export { IMPORT_LIMITS } from './limits.ts';
export type { RecognisedCounts } from './recognised.ts';
