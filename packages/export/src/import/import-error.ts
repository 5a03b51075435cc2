/** Why an import is refused. */
export type ImportErrorCode = 'too-large' | 'too-deep' | 'too-many-parts' | 'not-text' | 'not-unicode' | 'empty';

const SENTENCES: Readonly<Record<ImportErrorCode, string>> = {
  'too-large': 'This is more text than one meeting can take, so nothing was created: import one meeting at a time.',
  'too-deep': 'This is nested too deeply to be read, so nothing was created: paste it as plain text instead.',
  'too-many-parts': 'This has more parts than one meeting can take, so nothing was created: import a smaller piece.',
  'not-text': 'This is not a text file, so nothing was created: export it as Markdown, HTML or plain text first.',
  'not-unicode':
    'The letters of this file can’t be told, so nothing was created: save it again with UTF-8 as its encoding.',
  empty: 'There is no text in this, so nothing was created: check that the file or the clipboard holds the notes.',
};

/** The one error of this module. `message` is a plain sentence for the person who imports. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;

  constructor(code: ImportErrorCode) {
    super(SENTENCES[code]);
    this.name = 'ImportError';
    this.code = code;
  }
}
