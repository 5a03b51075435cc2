import type { ActionState, MeetingStatus, Role, Side } from '@duet/domain';

/** The person of this browser, as the cookie session knows them. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

export interface MeetingSummary {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly status: MeetingStatus;
  readonly role: Role;
  readonly seriesId: string | null;
  readonly quarantined: boolean;
}

export interface MeetingMetadata extends MeetingSummary {
  readonly schemaVersion: number;
  readonly revision: number | null;
  /** ISO 8601 instant. */
  readonly finalizedAt: string | null;
  readonly finalizedBy: string | null;
  /** How often it was finalized. */
  readonly revisions: number;
  /** Who opened it again after it was final. */
  readonly reopened: { readonly by: string; readonly at: string } | null;
  /** Whom the last meeting of the series escalated risks to. */
  readonly escalateTo: string | null;
  /** The id of the meeting before in its series; null where the caller may not read it. */
  readonly previous: string | null;
  /** The caller, as everybody in the meeting sees them. */
  readonly me: MeetingMember;
}

export interface MeetingMember {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly side: Side;
  readonly role: Role;
}

export type MeetingKeys = Readonly<Record<Role, string>>;

export interface NewMeeting {
  readonly id: string;
  readonly keys: MeetingKeys;
}

export interface Series {
  readonly id: string;
  readonly title: string;
}

export interface Finalized {
  readonly revision: number;
  readonly sha256: string;
  readonly finalizedAt: string;
  readonly finalizedBy: string;
}

/** Text that did not make it into the notes: removed by a merge, or written after they were final. */
export interface KeptText {
  readonly id: string;
  readonly author: { readonly name: string; readonly side: Side };
  readonly at: string;
  /** Title of the section. */
  readonly place: string;
  readonly text: string;
  /** Set once a facilitator took care of it. */
  readonly handled?: Handled;
}

interface Handled {
  readonly by: string;
  readonly at: string;
}

export interface HandledAnswer {
  readonly handled: Handled | null;
  /** False when somebody else was faster. */
  readonly changed: boolean;
}

/** A moment of the past. */
export interface Version {
  readonly seq: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly label?: string;
  readonly authors: readonly { readonly name: string; readonly side: Side }[];
}

/** What is different between two revisions, of one entry. */
export interface NotesChange {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly id: string;
  readonly title: string;
  /** Each facet in words. */
  readonly what: readonly string[];
}

export interface ActionChange {
  readonly status?: ActionState;
  readonly owner?: string | null;
  readonly due?: string | null;
}
