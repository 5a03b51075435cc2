/** What is to be told, once, to whoever it is for; channels put it into their own form. */
export interface Message {
  /** The delivery's id: the same for every attempt. */
  readonly id: string;
  readonly subject: string;
  /** A sentence that comes before the rest, such as that it replaces an older one; '' when there is none. */
  readonly lead: string;
  readonly markdown: string;
  readonly html: string;
  /** Slack's mrkdwn. */
  readonly chat: string;
  /** Where the meeting is found. */
  readonly address: string;
  /** For programs. */
  readonly facts: Readonly<Record<string, unknown>>;
}
