import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { messageOf } from '../../api/api-error.ts';
import { createImport, type ImportDetails, type ImportPreview, previewImport } from '../../api/imports.ts';
import type { Series } from '../../api/types.ts';
import { rememberKeys } from '../../share/link-keys.ts';
import { localToday } from '../../time/format-date.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useBusy } from '../../ui/use-busy.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { SeriesField } from '../series-field.tsx';
import { ChooseNotes } from './choose-notes.tsx';
import { type ImportSource, refusalOf } from './import-source.ts';
import { summaryOf } from './import-words.ts';
import { PreviewList } from './preview-list.tsx';

interface ImportDialogProps {
  /** What was dropped; null when it has yet to be chosen. */
  readonly given: ImportSource | null;
  readonly series: readonly Series[];
  readonly onClose: () => void;
}

export default function ImportDialog({ given, series, onClose }: ImportDialogProps) {
  const [, navigate] = useLocation();
  const { read, again, ...state } = useImportPreview(given);
  const { busy, error, run } = useBusy();
  const { preview, source } = state;
  const lead =
    preview === null ? 'A meeting is made of them once you say so.' : `${source?.name}: ${summaryOf(preview)}`;
  return (
    <Dialog narrow title="Import notes" lead={lead} onClose={onClose}>
      {preview === null || source === null ? (
        <div className="dialog__form form">
          <ChooseNotes disabled={state.reading} onSource={read} />
          <Reading name={state.reading ? (source?.name ?? null) : null} />
          <FormError message={state.error} />
        </div>
      ) : (
        <ImportForm
          preview={preview}
          series={series}
          busy={busy}
          error={error}
          onBack={again}
          onCreate={(details) =>
            run(async () => {
              const meeting = await createImport(source.content, details);
              rememberKeys(meeting.id, meeting.keys);
              navigate(`/m/${meeting.id}`);
            })
          }
        />
      )}
    </Dialog>
  );
}

interface ImportFormProps {
  readonly preview: ImportPreview;
  readonly series: readonly Series[];
  readonly busy: boolean;
  readonly error: string | null;
  readonly onBack: () => void;
  readonly onCreate: (details: ImportDetails) => void;
}

function ImportForm({ preview, series, busy, error, onBack, onCreate }: ImportFormProps) {
  const [title, setTitle] = useState(preview.title.slice(0, LONGEST_TITLE));
  const [date, setDate] = useState<string>(preview.date ?? localToday());
  const [seriesId, setSeriesId] = useState<string | null>(null);
  return (
    <form
      className="dialog__form form"
      onSubmit={(event) => {
        event.preventDefault();
        onCreate({ title: title.trim() || preview.title, date, seriesId });
      }}
    >
      <PreviewList preview={preview} />
      <label className="form-row">
        <span className="form-label">Title</span>
        <input
          className="input"
          type="text"
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label className="form-row">
        <span className="form-label">Date</span>
        <input className="input" type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
      </label>
      <SeriesField series={series} seriesId={seriesId} onChange={setSeriesId} />
      <FormError message={error} />
      <div className="form-do form-do--end">
        <button type="button" className="btn btn--ghost" onClick={onBack}>
          Other notes
        </button>
        <button type="submit" className="btn btn--primary" disabled={busy}>
          {busy ? 'Creating' : 'Create meeting'}
        </button>
      </div>
    </form>
  );
}

const LONGEST_TITLE = 200;

/** Says what is waited for where it takes longer than a moment. The region is there before its words. */
function Reading({ name }: { readonly name: string | null }) {
  const shown = useSteady(name);
  return (
    <div role="status" className="import-reading">
      {shown !== null && name !== null && (
        <>
          Reading {shown}
          <progress aria-label="Reading the notes" />
        </>
      )}
    </div>
  );
}

/** The preview of one source at a time. What comes back for one that was put aside is dropped. */
function useImportPreview(given: ImportSource | null) {
  const [source, setSource] = useState<ImportSource | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  const latest = useRef<ImportSource | null>(null);
  const read = useCallback((chosen: ImportSource): void => {
    const refusal = refusalOf(chosen);
    latest.current = chosen;
    setSource(chosen);
    setPreview(null);
    setError(refusal);
    setReading(refusal === null);
    if (refusal !== null) return;
    previewImport(chosen.content)
      .then(
        (found) => latest.current === chosen && setPreview(found),
        (thrown: unknown) => latest.current === chosen && setError(messageOf(thrown)),
      )
      .finally(() => latest.current === chosen && setReading(false));
  }, []);
  useEffect(() => {
    if (given !== null) read(given);
  }, [given, read]);
  const again = (): void => {
    latest.current = null;
    setPreview(null);
  };
  return { source, preview, error, reading, read, again };
}
