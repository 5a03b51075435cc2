/** A name to jump to, from an id that any client may have written: letters, digits, `-` and `_` alone. */
export function anchorOf(id: string): string {
  return `b-${id.replaceAll(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`)}`;
}
