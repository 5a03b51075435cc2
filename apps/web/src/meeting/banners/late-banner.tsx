import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { keepLateText, type LocalPlace } from '../../sync/local-edits.ts';
import { useLateText } from '../../sync/use-late-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { toasts } from '../../ui/toast-store.ts';

/** For the author of edits that came after the notes were final (G14): what happened to them, and their text. */
export function LateBanner({ place }: { readonly place: LocalPlace }) {
  const text = useLateText(place);
  const [shown, setShown] = useState(false);
  if (text === null) return null;
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => toasts.show({ tone: 'done', text: 'Copied' }),
      () => toasts.show({ tone: 'error', text: 'Nothing was copied', sub: 'Select the text and copy it.' }),
    );
  };
  return (
    <div className="banner banner--page banner--warn" role="status">
      <NotebookPen className="icon" />
      <span>
        <strong>Your last edits came after the notes were final.</strong> They are not in them, and they are not lost.
      </span>
      <div className="banner__end">
        <button type="button" className="btn btn--sm" onClick={() => setShown(true)}>
          Show them
        </button>
      </div>
      {shown && (
        <Dialog
          narrow
          title="Edits after the lock"
          lead="Facilitators have them on their list and can bring them into the next meeting."
          onClose={() => setShown(false)}
        >
          <div className="dialog__part">
            <pre className="kept__text">{text}</pre>
          </div>
          <div className="dialog__foot">
            <button type="button" className="btn btn--ghost" onClick={() => keepLateText(place, null)}>
              Dismiss
            </button>
            <button type="button" className="btn btn--primary" onClick={copy}>
              Copy
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
