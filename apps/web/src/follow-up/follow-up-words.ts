import type { Audience } from '@duet/domain';
import type { FollowUp, FollowUpItem } from '../api/follow-up.ts';
import { clockOrDay, shortDay } from '../time/format-date.ts';

/** What goes to whom. */
export const TITLES: Readonly<Record<Audience, string>> = {
  'product-team': 'Notes to the PM team',
  'engineering-leads': 'Notes to the engineering team leads',
  engineering: 'Sprint changes to all of engineering',
};

/** A line about an audience, and whether somebody should act on it. */
export interface Line {
  readonly text: string;
  readonly isBad: boolean;
}

const isOwed = ({ status }: FollowUpItem): boolean => !['nothing', 'skipped', 'sent'].includes(status);

/** @param now epoch milliseconds, as everywhere here */
export function lineOf(item: FollowUpItem, now: number): Line {
  const { status, maybeTwice } = item;
  const reason = reasonOf(item);
  const twice = maybeTwice ? ' It may have arrived twice.' : '';
  switch (status) {
    case 'nothing':
      return fine('No decision changes the sprint plan: nothing to tell');
    case 'skipped':
      return fine('Left out when the notes were finalized');
    case 'due':
      return isLate(item, now) ? { text: `${dueWords(item, now)}, late`, isBad: true } : fine(dueWords(item, now));
    case 'waiting':
      return fine(waitingWords(item, now));
    case 'sending':
      return fine('Being sent');
    case 'retrying':
      return {
        text: `${haveIt(item)}${reason} Next try ${nextTry(item, now)}.${twice}`,
        isBad: true,
      };
    case 'failed':
      return { text: `${haveIt(item) || 'Not sent. '}${reason}${twice}`, isBad: true };
    case 'sent':
      return { text: `${sentWords(item, now)}${twice === '' ? '' : `.${twice}`}`, isBad: item.onTime === false };
  }
}

/** Before the first attempt: it has its time, or enough has left for now. */
function waitingWords(item: FollowUpItem, now: number): string {
  const why = item.reason === null ? '' : `${item.reason} `;
  const when = item.nextAt === null ? '' : ` at ${clockOrDay(item.nextAt, now)}`;
  return `${haveIt(item)}${why}Goes out by itself${when}`;
}

/** A clock without seconds says nothing about the next twenty. */
function nextTry({ nextAt }: FollowUpItem, now: number): string {
  if (nextAt === null) return 'soon';
  return Date.parse(nextAt) - now < 60_000 ? 'in under a minute' : `at ${clockOrDay(nextAt, now)}`;
}

/** "2 of 3 have it. "; '' where nobody has, or there is one recipient. */
function haveIt({ deliveries }: FollowUpItem): string {
  const sent = deliveries.filter(({ state }) => state === 'sent').length;
  return sent === 0 ? '' : `${sent} of ${deliveries.length} have it. `;
}

/** Why it has not arrived, and where: a reason names the host of a webhook by itself. */
function reasonOf({ deliveries, reason, status }: FollowUpItem): string {
  const unsent = deliveries.filter((each) => each.state !== 'sent' && each.reason !== null);
  // Beside the time of the next try stands why there is one.
  const failed = status === 'retrying' ? unsent.filter(({ state }) => state === 'waiting') : unsent;
  const [first] = failed;
  const words = first?.reason ?? reason ?? 'It did not go through.';
  if (first?.kind !== 'email' || first.to === null) return words;
  const more = failed.filter((each) => each.kind === 'email' && each.reason === words).length - 1;
  return `${first.to}${more > 0 ? ` and ${more} more` : ''}: ${words}`;
}

function fine(text: string): Line {
  return { text, isBad: false };
}

function isLate({ dueAt }: Pick<FollowUpItem, 'dueAt'>, now: number): boolean {
  return Date.parse(dueAt) < now;
}

function dueWords({ dueAt, sprint }: FollowUpItem, now: number): string {
  return sprint === null ? `Due by ${clockOrDay(dueAt, now)}` : `Before the sprint of ${shortDay(sprint, now)}`;
}

function sentWords({ sentAt, onTime, markedByHand, sentBy }: FollowUpItem, now: number): string {
  const when = sentAt === null ? '' : ` ${clockOrDay(sentAt, now)}`;
  const how = markedByHand && sentBy !== null ? `Sent by ${sentBy}${when}` : `Sent${when}`;
  return `${how}, ${onTime === false ? 'late' : 'on time'}`;
}

/** "1 h 32 m", "32 m", "under a minute" */
export function spanWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes === 0) return 'under a minute';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return hours === 0 ? `${rest} m` : `${hours} h ${rest} m`;
}

export interface Countdown {
  readonly words: string;
  /** How much of the time has passed, 0 to 1. */
  readonly spent: number;
  readonly isLate: boolean;
}

/** The clock of what is due first; null when nothing is owed any more. */
export function countdownOf({ items }: FollowUp, now: number): Countdown | null {
  const [first] = items.filter(isOwed).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  if (first === undefined) return null;
  const [due, from] = [Date.parse(first.dueAt), Date.parse(first.plannedAt)];
  const left = due - now;
  if (left < 0) return { words: `${spanWords(left)} late`, spent: 1, isLate: true };
  return {
    words: `${spanWords(left)} left`,
    spent: Math.min(1, Math.max(0, 1 - left / Math.max(1, due - from))),
    isLate: false,
  };
}

/** What became of the revisions before, in a sentence; '' when there is nothing to say. */
export function earlierWords({ earlier }: FollowUp): string {
  const unsent = earlier.filter(({ sentAt }) => sentAt === null).map(({ revision }) => revision);
  const latest = Math.max(0, ...unsent);
  return latest === 0
    ? ''
    : `Revision ${latest} was opened again before it had been sent to everybody; this one takes its place.`;
}
