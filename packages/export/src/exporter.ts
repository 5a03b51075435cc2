import type { IsoDate, LaterChange, Meeting, MeetingStatus } from '@duet/domain';

/** The revision that finalizing made. */
export interface Revision {
  /** 1 for the first time. */
  readonly number: number;
  /** ISO 8601, with time and zone. */
  readonly finalizedAt: string;
  /** The name of the person. */
  readonly finalizedBy: string;
  /** Of the bytes of its JSON, in hex. That export itself cannot name it. */
  readonly sha256?: string;
}

/** All that an export says. Equal inputs give equal bytes: nothing else (clock, chance, locale) may flow in. */
export interface ExportInput {
  readonly meeting: Meeting;
  /** The name of the meeting's document. */
  readonly id: string;
  readonly status: MeetingStatus;
  /** Null unless it is finalized. */
  readonly revision: Revision | null;
  /** What counts as overdue depends on it. */
  readonly today: IsoDate;
  /** What moved after this revision, oldest first. `meeting` has it already; exports list it apart as well. */
  readonly laterChanges?: readonly LaterChange[];
}

export interface Exporter {
  /** For the Content-Type header. */
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  render(input: ExportInput): Promise<Uint8Array>;
}
