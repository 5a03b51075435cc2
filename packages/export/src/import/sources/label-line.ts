/** A line that opens with a short label: "Date: …", "**Engineering flag:** …", "**Owner** — …". */
export const LABEL_LINE =
  /^[ \t]{0,40}(?:[*_]{1,3}[^*_:\n]{1,40}(?::[*_]{1,3}|[*_]{1,3}:)|\p{Lu}[\p{L} /&'-]{1,30}:)(?:\s|$)/u;
