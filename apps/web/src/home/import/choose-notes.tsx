import { ACCEPTED, type ImportSource, sourceOfClipboard, sourceOfFile } from './import-source.ts';

interface ChooseNotesProps {
  readonly disabled: boolean;
  readonly onSource: (source: ImportSource) => void;
}

/** A file, or whatever is pasted: the headings and tables of what was copied in a browser come along. */
export function ChooseNotes({ disabled, onSource }: ChooseNotesProps) {
  return (
    <div className="import-choose">
      <label className={`btn import-file${disabled ? ' is-disabled' : ''}`}>
        Choose a file
        <input
          type="file"
          accept={ACCEPTED}
          disabled={disabled}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onSource(sourceOfFile(file));
          }}
        />
      </label>
      <label className="form-row">
        <span className="form-label">Or paste notes here</span>
        <textarea
          className="input import-paste"
          placeholder="From Google Docs, Notion, Confluence, Word, or Markdown"
          disabled={disabled}
          value=""
          onChange={() => undefined}
          onPaste={(event) => {
            const { clipboardData } = event;
            event.preventDefault();
            const source = sourceOfClipboard(clipboardData.getData('text/html'), clipboardData.getData('text/plain'));
            if (source) onSource(source);
          }}
        />
      </label>
    </div>
  );
}
