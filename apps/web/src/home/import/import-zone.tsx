import { FileUp } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Series } from '../../api/types.ts';
import { useSession } from '../../app/session-context.tsx';
import { WhoDialog } from '../../people/who-dialog.tsx';
import { type ImportSource, sourceOfFile } from './import-source.ts';

const ImportDialog = lazy(() => import('./import-dialog.tsx'));

/** What somebody wants to import; `to-choose` once they asked to without saying what. */
export type ImportWish = ImportSource | 'to-choose' | null;

/** Kept by the page around: it is another one as soon as somebody has said who they are. */
export interface ImportWishProps {
  readonly wish: ImportWish;
  readonly onWish: (wish: ImportWish) => void;
}

interface ImportZoneProps extends ImportWishProps {
  readonly series: readonly Series[];
}

/** Notes from elsewhere: dropped anywhere on the page, or chosen, or pasted. A preview comes before anything is created. */
export function ImportZone({ series, wish, onWish }: ImportZoneProps) {
  const { person } = useSession();
  const over = useFileDrop((file) => onWish(sourceOfFile(file)));
  const close = (): void => onWish(null);
  return (
    <section className={`import-zone${over ? ' is-over' : ''}`} aria-label="Import notes">
      <FileUp className="icon" aria-hidden="true" />
      <p>
        {over ? 'Let go to see what is in it.' : 'Have notes already? Drop a Markdown, HTML or text file here.'}
        <span className="import-zone__hint">You see what is recognised before anything is created.</span>
      </p>
      <button type="button" className="btn" onClick={() => onWish('to-choose')}>
        Import notes
      </button>
      {wish !== null && !person && (
        <WhoDialog
          title="Import notes"
          lead="The meeting that is made of them is yours. Nothing is created before you say so."
          verb="Go on"
          onKnown={() => undefined}
          onClose={close}
        />
      )}
      {wish !== null && person && (
        <Suspense fallback={null}>
          <ImportDialog given={wish === 'to-choose' ? null : wish} series={series} onClose={close} />
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
