/** A calendar property: its name with parameters, and its value as it goes on the wire. */
type Property = readonly [name: string, value: string];

/** A whole-day event, in the terms of RFC 5545. Texts are plain. */
export interface DayEvent {
  /** Unique in the world and the same in every export, so that a second import updates. */
  readonly uid: string;
  /** Raised with each change. */
  readonly sequence: number;
  /** `YYYYMMDD`; the end is the day after. */
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
  readonly cancelled: boolean;
}

/**
 * An iCalendar of day events (RFC 5545). They are marked transparent: a due day does not make its owner busy.
 * @param stamp when this was said, `YYYYMMDDTHHMMSSZ`.
 */
export function calendarOf(name: string, stamp: string, events: readonly DayEvent[]): string {
  const properties: readonly Property[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Duet//Meeting export//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['X-WR-CALNAME', textValue(name)],
    ...events.flatMap((event) => eventProperties(event, stamp)),
    ['END', 'VCALENDAR'],
  ];
  return properties.map(([key, value]) => `${folded(`${key}:${value}`)}\r\n`).join('');
}

function eventProperties(event: DayEvent, stamp: string): readonly Property[] {
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', textValue(event.uid)],
    ['DTSTAMP', stamp],
    ['SEQUENCE', String(event.sequence)],
    ['DTSTART;VALUE=DATE', event.start],
    ['DTEND;VALUE=DATE', event.end],
    ['SUMMARY', textValue(event.summary)],
    ['DESCRIPTION', textValue(event.description)],
    ['STATUS', event.cancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
}

/** TEXT (3.3.11): the separators are escaped, a line break is `\n`, other control characters have no place. */
function textValue(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
}

const LONGEST_LINE = 75;

/** Content lines are at most 75 octets (3.1); longer ones go on after CRLF and a space. Never inside a character. */
function folded(line: string): string {
  let length = 0;
  let out = '';
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > LONGEST_LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += octets;
  }
  return out;
}
