import { finish, type Steps } from '@duet/blocks';
import type { IsoDate, Meeting } from '@duet/domain';
import { buildMeeting } from './build-meeting.ts';
import { ImportError } from './import-error.ts';
import { inTurns } from './in-turns.ts';
import { Budget, IMPORT_LIMITS } from './limits.ts';
import { type RecognisedCounts, type RecognisedSamples, recognisedIn } from './recognised.ts';
import { readOwnMarkdown } from './sources/own-markdown.ts';
import { clean, readSource, type SourceType } from './sources/read-source.ts';

export interface ImportInput {
  readonly mediaType: SourceType;
  readonly text: string;
  /** Years and distances are counted from it where the text has no date of its own. */
  readonly today: IsoDate;
}

export interface ImportResult {
  /** Its title is `''` where the text names none. */
  readonly meeting: Meeting;
  readonly recognised: RecognisedCounts;
  readonly samples: RecognisedSamples;
}

/**
 * The meeting that a text tells of. Pure: nothing is fetched, stored or executed. Throws an {@link ImportError}, and
 * nothing else, at once when the text is beyond {@link IMPORT_LIMITS}.
 */
export function importMeeting(input: ImportInput): ImportResult {
  return finish(importSteps(input));
}

/** The same without holding up anybody for longer than a moment: a large one takes seconds. */
export function importMeetingInTurns(input: ImportInput): Promise<ImportResult> {
  return inTurns(importSteps(input));
}

function* importSteps({ mediaType, text, today }: ImportInput): Steps<ImportResult> {
  if (text.length > IMPORT_LIMITS.sourceLength) throw new ImportError('too-large');
  if (text.includes('\0')) throw new ImportError('not-text');
  // Our own as it came: what `clean` takes away may be somebody's words, escaped.
  const own = mediaType === 'text/html' ? null : yield* readOwnMarkdown(text.replaceAll('\r\n', '\n'));
  const meeting = own ?? (yield* buildMeeting(yield* readSource(mediaType, clean(text), new Budget()), today));
  return { meeting, ...recognisedIn(meeting) };
}
