export type { AgendaProgress, SectionProgress } from '@duet/blocks/views';
export type {
  EditorNotice,
  InsertKind,
  Me,
  MeetingEditorHandle,
  MeetingEditorProps,
  Place,
  UseMeeting,
} from './api.ts';
export { MeetingEditor } from './meeting-editor.tsx';
export { useMeeting } from './use-meeting.ts';
