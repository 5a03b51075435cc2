import { MeetingEditor, type MeetingEditorProps } from '@duet/editor';
import { memo } from 'react';
import type { OutlineModel } from '../outline/outline-model.ts';
import { agendaProgress, endedProgress } from './agenda-progress.ts';
import { useMeetingClock } from './use-meeting-clock.ts';

interface ClockedEditorProps extends Omit<MeetingEditorProps, 'agenda'> {
  readonly outline: OutlineModel;
  /** The notes are final. */
  readonly ended: boolean;
}

/** The notes, with the shared clock at the heads of their sections. Others' carets pass it by. */
export const ClockedEditor = memo(function ClockedEditor({ outline, ended, ...props }: ClockedEditorProps) {
  const { clock, now } = useMeetingClock(props.doc);
  const timed = outline.inTheRoom;
  return <MeetingEditor {...props} agenda={ended ? endedProgress(clock, timed) : agendaProgress(clock, timed, now)} />;
});
