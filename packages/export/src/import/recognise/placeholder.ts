/** What people put where there is nothing: a dash, a dot, three of them. */
export function isPlaceholder(text: string): boolean {
  return /^[\s—–\-_.…]*$/.test(text.slice(0, 20)) && text.length <= 20;
}
