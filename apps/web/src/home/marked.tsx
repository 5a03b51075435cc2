/** Text with the words of a search marked in it. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const words = query.split(/\s+/).filter(Boolean).map(escapeForPattern);
  if (words.length === 0) return text;
  return text
    .split(new RegExp(`(${words.join('|')})`, 'gi'))
    .map((part, index) => (index % 2 === 1 ? <mark key={`${index}${part}`}>{part}</mark> : part));
}

function escapeForPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
