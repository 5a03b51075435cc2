import type { LaterChange, MeetingStatus, Role, Side } from '@duet/domain';

/** All times are ISO 8601 in UTC. */

export interface MeetingRecord {
  /** As it was made; the shared document has the current ones. They serve when the document is damaged. */
  readonly title: string;
  readonly date: string | null;
  readonly createdAt: string;
  readonly seriesId: string | null;
  /** The schema that a writer of its document must name (G13). */
  readonly schemaVersion: number;
  /** `draft` until somebody joined; a draft that somebody wrote in shows as live (see meetings/summaries.ts). */
  readonly status: MeetingStatus;
  /** The state vector of the template, base64. */
  readonly template: string;
  /** How often it was finalized. */
  readonly revisions: number;
  /** Who opened it again after it was final, and when; until it is final once more. */
  readonly reopened?: { readonly by: string; readonly at: string };
}

export interface KeyRecord {
  /** SHA-256 of the key, base64url. */
  readonly hash: string;
  readonly createdAt: string;
}

export interface MemberRecord {
  /** The person's id. */
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
  /** Null while the person was only carried over from the meeting before. */
  readonly joinedAt: string | null;
  readonly revokedAt: string | null;
}

export interface RevisionRecord {
  readonly number: number;
  /** Of the bytes of `export.json?revision=<number>`, in hex. */
  readonly sha256: string;
  readonly finalizedAt: string;
  readonly finalizedBy: string;
}

export interface VersionRecord {
  readonly seq: number;
  readonly at: string;
  readonly label: string;
  readonly authors: readonly Author[];
  /** The number of the revision that it labels. */
  readonly revision?: number;
}

export type ActionChangeRecord = LaterChange;

export interface Author {
  readonly name: string;
  readonly side: Side;
}

/** Words that did not make it into the document, kept with who wrote them. */
export interface KeptText {
  readonly id: string;
  readonly author: Author;
  readonly at: string;
  readonly place: string;
  readonly text: string;
  /** Set once a facilitator took care of it. */
  readonly handled?: Handled;
}

export interface Handled {
  readonly by: string;
  readonly at: string;
  /** The next meeting of the series begins with it as a note. */
  readonly forNext?: true;
}

export interface RescuedRecord extends KeptText {
  /** The title of the section, once somebody asked; `place` is a path of elements. */
  readonly section?: string;
}

export interface LateRecord extends Omit<KeptText, 'place'> {
  readonly memberId: string;
  /** Once somebody asked. */
  readonly place?: string;
}

/** What the late edits of a meeting take up so far. */
export interface LateTotalRecord {
  readonly bytes: number;
}

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

export interface SessionRecord {
  readonly expiresAt: string;
}

export interface SeriesRecord {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Whom the last meeting escalated a risk to. */
  readonly escalateTo?: string;
}

/** What a person's or a series' list says of an entry. */
export interface ListedRecord {
  readonly id: string;
  readonly createdAt: string;
}
