import { canonicalText, plainText, type RichText } from '@duet/domain';

/** Part of a text, marks kept; `from` and `to` count in its plain text. */
export function sliceText(text: RichText, from: number, to = Number.POSITIVE_INFINITY): RichText {
  let at = 0;
  const runs = text.map((run) => {
    const cut = { ...run, text: run.text.slice(Math.max(0, from - at), Math.max(0, to - at)) };
    at += run.text.length;
    return cut;
  });
  return canonicalText(runs);
}

/** Without the white space around it, and what else `edge` says of single characters. */
export function trimText(text: RichText, edge = /\s/): RichText {
  const whole = plainText(text);
  let from = 0;
  let to = whole.length;
  while (from < to && edge.test(whole.charAt(from))) from++;
  while (to > from && edge.test(whole.charAt(to - 1))) to--;
  return from === 0 && to === whole.length ? text : sliceText(text, from, to);
}

/** Also without the dashes, colons and the like that joined a part to what was cut away. */
export function trimJoints(text: RichText): RichText {
  return trimText(text, /[\s:—–\-|·,;]/);
}

/** A text without the part from `from` to `to`; one space where words meet. */
export function cutText(text: RichText, from: number, to: number): RichText {
  const before = trimText(sliceText(text, 0, from));
  const after = trimText(sliceText(text, to));
  const meet = before.length > 0 && /^[^.,;:!?)\]]/.test(plainText(after));
  const gap = meet ? [{ text: ' ' }] : [];
  return canonicalText([...before, ...gap, ...after]);
}

/** The lines of a text. */
export function linesOf(text: RichText): readonly RichText[] {
  const whole = plainText(text);
  const lines: RichText[] = [];
  let from = 0;
  for (const line of whole.split('\n')) {
    lines.push(sliceText(text, from, from + line.length));
    from += line.length + 1;
  }
  return lines;
}
