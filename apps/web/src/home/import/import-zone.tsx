import { FileUp } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { type ImportSource, sourceOfFile } from './import-source.ts';

const ImportDialog = lazy(() => import('./import-dialog.tsx'));

/** Notes from elsewhere: dropped anywhere on the page, or chosen, or pasted. A preview comes before anything is created. */
export function ImportZone() {
  const [source, setSource] = useState<ImportSource | 'none' | null>(null);
  const over = useFileDrop((file) => setSource(sourceOfFile(file)));
  return (
    <section className={`import-zone${over ? ' is-over' : ''}`} aria-label="Import notes">
      <FileUp className="icon" aria-hidden="true" />
      <p>
        {over ? 'Let go to see what is in it.' : 'Have notes already? Drop a Markdown, HTML or text file here.'}
        <span className="import-zone__hint">You see what is recognised before anything is created.</span>
      </p>
      <button type="button" className="btn" onClick={() => setSource('none')}>
        Import notes
      </button>
      {source !== null && (
        <Suspense fallback={null}>
          <ImportDialog given={source === 'none' ? null : source} onClose={() => setSource(null)} />
        </Suspense>
      )}
    </section>
  );
}

/** Takes files that are dropped on the page, instead of the browser, which would open them. @returns whether one hovers. */
function useFileDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const hover = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      if (file) onFile(file);
    };
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  });
  return over;
}
