/** Notes on their way in, and what they are called in words. */
export interface ImportSource {
  readonly name: string;
  /** Its type says how it is read. */
  readonly content: Blob;
}

const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
};

/** For the field that chooses a file. */
export const ACCEPTED = '.md,.markdown,.html,.htm,.txt,text/markdown,text/html,text/plain';

/** A file goes by its name: what a system says of Markdown differs from one to the next. */
export function sourceOfFile(file: File): ImportSource {
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  return { name: file.name, content: new Blob([file], { type: TYPES[ending] ?? 'text/plain' }) };
}

/** What was pasted, in the richer of its forms; null where there is nothing in it. */
export function sourceOfClipboard(html: string, text: string): ImportSource | null {
  if (html.trim() !== '') return { name: 'What you pasted', content: new Blob([html], { type: 'text/html' }) };
  if (text.trim() === '') return null;
  return { name: 'What you pasted', content: new Blob([text], { type: 'text/plain' }) };
}

/** More than the server takes; said here before anything is sent. */
const MOST_BYTES = 24 * 1024 * 1024;

/** Why a source is not even sent, or null. */
export function refusalOf({ name, content }: ImportSource): string | null {
  if (content.size === 0) return `${name} is empty, so nothing was created.`;
  if (content.size <= MOST_BYTES) return null;
  const size = Math.round(content.size / 1024 / 1024);
  return `${name} is ${size} MB, more than one meeting can take. Nothing was created. Import one meeting at a time.`;
}
