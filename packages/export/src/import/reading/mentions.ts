/** "@wen", "@rosa.diaz"; of a full name the first part. Not the middle of an address. */
const MENTION = /(?<![\p{L}\p{N}.@])@(?<name>[\p{L}][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)*)/gu;

export interface Mention {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export function mentionsIn(text: string): readonly Mention[] {
  return Array.from(text.matchAll(MENTION), (match) => ({
    name: match.groups?.name ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The one person who is mentioned, however often; null when there is nobody or several. */
export function onlyMention(text: string): string | null {
  const names = new Set(mentionsIn(text).map((mention) => mention.name));
  const [only] = names;
  return names.size === 1 ? (only ?? null) : null;
}

/** "@rosa to check …", "@rosa will …", "@rosa: …": who is asked to do something. Null when nobody or several are. */
export function personAsked(text: string): string | null {
  const asked = mentionsIn(text).filter((mention) =>
    /^\s*(?::|(?:to|will|is|should|needs to|can)\b)/.test(text.slice(mention.to, mention.to + 20)),
  );
  const names = new Set(asked.map((mention) => mention.name));
  const [only] = names;
  return names.size === 1 ? (only ?? null) : null;
}
