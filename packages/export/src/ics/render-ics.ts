import {
  type ActionItem,
  actionItems,
  addDays,
  type Decision,
  decisions,
  type IsoDate,
  isBlank,
  isWritten,
  plainText,
  textsOf,
  titleOf,
} from '@duet/domain';
import { bytesOf } from '../bytes.ts';
import type { ExportInput } from '../exporter.ts';
import { calendarOf, type DayEvent } from './calendar.ts';

/** Every action and every pending decision that has a day. Calendars ignore VTODO, so they are whole-day events. */
export async function renderIcs(input: ExportInput): Promise<Uint8Array> {
  const events = [
    ...actionItems(input.meeting).flatMap((action) => actionEvent(action, input)),
    ...decisions(input.meeting).flatMap((decision) => decisionEvent(decision, input)),
  ];
  return bytesOf(calendarOf(input.meeting.title, stampOf(input), events));
}

function actionEvent(action: ActionItem, input: ExportInput): readonly DayEvent[] {
  if (action.due === null || isBlank(action.action)) return [];
  const title = titleOf([action.action]);
  return [
    {
      ...placed(action.id, action.due, input),
      summary: action.status === 'done' ? `Done: ${title}` : title,
      description: lines(
        `Action of ${input.meeting.title}`,
        `Owner: ${action.owner ?? 'nobody yet'}`,
        `Status: ${action.status}`,
        plainText(action.action),
      ),
      cancelled: action.status === 'dropped',
    },
  ];
}

function decisionEvent(decision: Decision, input: ExportInput): readonly DayEvent[] {
  const texts = textsOf.decision(decision);
  if (decision.due === null || decision.state !== 'pending' || !isWritten(texts)) return [];
  return [
    {
      ...placed(decision.id, decision.due, input),
      summary: `Decide: ${titleOf(texts)}`,
      description: lines(
        `Pending decision of ${input.meeting.title}`,
        `Owner: ${decision.owner ?? 'nobody yet'}`,
        plainText(decision.text),
        isBlank(decision.awaiting) ? '' : `Waiting on: ${plainText(decision.awaiting)}`,
      ),
      cancelled: false,
    },
  ];
}

function placed(id: string, day: IsoDate, { id: meetingId, revision, laterChanges = [] }: ExportInput) {
  const changes = laterChanges.filter((change) => change.actionId === id).length;
  return {
    uid: `${id}.${meetingId}@duet`,
    // Must grow with every change: a new revision outweighs all changes that came after the one before.
    sequence: (revision?.number ?? 0) * CHANGES_OF_A_REVISION + changes,
    start: compact(day),
    end: compact(addDays(day, 1)),
  };
}

const CHANGES_OF_A_REVISION = 1_000;

/** When this was last true: the latest change, else the moment of finalizing, else the day of the export. */
function stampOf({ revision, laterChanges, today }: ExportInput): string {
  const moment = laterChanges?.at(-1)?.at ?? revision?.finalizedAt ?? `${today}T00:00:00Z`;
  return `${compact(new Date(moment).toISOString().slice(0, 19))}Z`;
}

function compact(isoText: string): string {
  return isoText.replaceAll(/[-:]/g, '');
}

function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
