import { plainText, type RichText } from '@duet/domain';
import { mentionsIn, onlyMention } from '../reading/mentions.ts';
import { cutText, trimJoints } from '../reading/slices.ts';

/**
 * Whoever a text gives something to. A mention that stands apart, at the beginning ("@wen: …"), at the end or in brackets,
 * is taken out of it; one within a sentence stays there too. Null when nobody is mentioned, or several people are.
 */
export function takeOwner(text: RichText): { readonly owner: string | null; readonly rest: RichText } {
  const whole = plainText(text);
  const owner = onlyMention(whole);
  const mentions = mentionsIn(whole);
  if (owner === null) {
    const [first] = mentions;
    const leads =
      first && /^\s*$/.test(whole.slice(0, first.from)) && !/^\s*(?:,|&|and\b|\/)/.test(whole.slice(first.to));
    return leads
      ? { owner: first.name, rest: trimJoints(cutText(text, first.from, first.to)) }
      : { owner: null, rest: text };
  }
  for (const { from, to } of mentions) {
    const before = whole.slice(0, from);
    const after = whole.slice(to);
    const bracketed = /[([]\s{0,3}(?:owner:\s{0,3})?$/i.exec(before);
    if (bracketed && /^\s{0,3}[)\]]/.test(after)) {
      const closed = /^\s{0,3}[)\]]/.exec(after)?.[0].length ?? 0;
      return { owner, rest: trimJoints(cutText(text, bracketed.index, to + closed)) };
    }
    const leads = before.trim() === '' && !/^\s*(?:to|will|is|should)\b/.test(after);
    if (leads || (/^\s*[.]?\s*$/.test(after) && /[—–\-:|,;.?!]\s*$/.test(before)))
      return { owner, rest: trimJoints(cutText(text, from, to)) };
  }
  return { owner, rest: text };
}
