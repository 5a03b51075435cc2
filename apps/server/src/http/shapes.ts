import { ACTION_STATES, parseIsoDate, type Resolution, type ResolutionField, ROLES, SIDES } from '@duet/domain';
import { z } from 'zod';
import { followUpChoiceShape } from '../follow-up/shapes.ts';

/** What bodies may say. Every text is trimmed, has an end, and holds no control characters. */

function line(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must be at most ${longest} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), 'must not contain control characters');
}

const name = line(80);
const title = line(200);
const side = z.enum(SIDES);

const date = z.string().transform((text, context) => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseIsoDate(text) : null;
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'must be a real day as YYYY-MM-DD' });
  return z.NEVER;
});

/** Without the `@` that people put before a name. */
const person = line(80).transform((text) => text.replace(/^@/, ''));

export const sessionShape = z.object({ name, side });
export const joinShape = z.object({ key: z.string().min(1).max(200), name: name.optional(), side: side.optional() });
export const seriesShape = z.object({ title });
export const meetingDetailsShape = z.object({ title: title.optional(), date: date.optional() });
const seriesId = z.string().max(64).optional();
export const importShape = meetingDetailsShape.extend({ seriesId });
export const newMeetingShape = meetingDetailsShape
  .extend({ seriesId, sample: z.boolean().optional() })
  .refine(({ sample, title, seriesId }) => !sample || (title === undefined && seriesId === undefined), {
    path: ['sample'],
    message: 'a sample has its own title and is in no series',
  });
/** `stateVector` is Base64 of Yjs's encoding, `hash` a SHA-256 in hexadecimal; `again` after a first difference. */
export const checkShape = z.strictObject({
  stateVector: z.base64().max(64 * 1024),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  again: z.boolean().default(false),
});
export const handledShape = z.strictObject({ handled: z.boolean() });
export const lateHandledShape = z.union(
  [handledShape, z.strictObject({ handled: z.literal(true), forNext: z.literal(true) })],
  'must be {handled} or {handled: true, forNext: true}',
);
export const roleShape = z.object({ role: z.enum(ROLES) });
export const concernShape = z.object({
  text: z.string().trim().min(1, 'must not be empty').max(2000, 'must be at most 2000 characters'),
  /** The id of the block or row whose day it threatens. */
  about: z.string().min(1).max(200).optional(),
});

const words = z.string().trim().min(1, 'must not be empty').max(2000, 'must be at most 2000 characters');

/** What each field of an entry may become while the meeting is finalized. */
const resolutionValues = {
  owner: person,
  escalatedTo: person,
  decidedBy: line(200),
  due: date,
  targetDate: date,
  sprintStart: date,
  confirmedOn: date,
  feasibility: z.enum(['cleared', 'not-feasible']),
  dateState: z.literal('confirmed'),
  contingencyMet: z.literal(true),
  customersTold: z.literal(true),
  answer: words,
  why: words,
  notes: words,
  title: line(200),
  intent: words,
  engineering: words,
} satisfies Readonly<Record<ResolutionField, z.ZodType>>;

/** `{id, owner}`: the id of an entry and one field of it. */
const resolution = z.record(z.string(), z.unknown()).transform((said, context): Resolution => {
  const { id, ...fields } = said;
  const [[name, value] = [], ...more] = Object.entries(fields);
  const field = resolutionFields.find((known) => known === name);
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (typeof id !== 'string' || field === undefined || more.length > 0) {
    return refuse(`must be {id, owner}, or {id} with one other of ${resolutionFields.join(', ')}`);
  }
  const result = resolutionValues[field].safeParse(value);
  if (!result.success) return refuse(`${field}: ${result.error.issues[0]?.message}`);
  // The value was parsed by the shape of just this field, which a lookup by a union of names cannot know.
  return { id, field, value: result.data } as Resolution;
});
const resolutionFields = Object.keys(resolutionValues) as ResolutionField[];
export const finalizeShape = z.object({
  resolutions: z.array(resolution).max(1000).default([]),
  followUp: followUpChoiceShape.prefault({ timeZone: 'UTC' }),
});

/** A field that a person emptied. */
function emptyIsNull<T extends z.ZodType>(shape: T) {
  return z.preprocess((value) => (value === '' ? null : value), shape.nullable()).optional();
}

export const actionPatchShape = z
  .strictObject({
    status: z.enum(ACTION_STATES).optional(),
    owner: emptyIsNull(person),
    due: emptyIsNull(date),
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), 'Say status, owner or due');
