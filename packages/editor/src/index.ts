export type { AgendaProgress, SectionProgress, SeriesMemory } from '@duet/blocks/views';
export type {
  EditorNotice,
  InsertKind,
  Me,
  MeetingEditorHandle,
  MeetingEditorProps,
  Place,
  UseMeeting,
} from './api.ts';
export { isPressed, keyCaps } from './keys/key-notation.ts';
export { WRITING_KEYS } from './keys/writing-keys.ts';
export { MeetingEditor } from './meeting-editor.tsx';
export { useMeeting } from './use-meeting.ts';
