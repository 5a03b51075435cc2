import type * as Y from 'yjs';
import { setHandled } from '../../api/meetings.ts';
import type { KeptText } from '../../api/types.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useBusy } from '../../ui/use-busy.ts';
import { KeptPart } from './kept-part.tsx';
import { putBack } from './put-back.ts';
import type { WaitingTexts } from './use-waiting-texts.ts';

interface KeptTextDialogProps {
  readonly meetingId: string;
  readonly doc: Y.Doc;
  /** False in final notes: what came late can be copied, not put in. */
  readonly mayWrite: boolean;
  readonly waiting: WaitingTexts | null;
  readonly onReveal: (blockId: string) => void;
  /** The lists on the server changed. */
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** For facilitators: words that are not in the notes and are not lost either (G12, G14). */
export function KeptTextDialog(props: KeptTextDialogProps) {
  const { meetingId, doc, mayWrite, waiting, onReveal, onChanged, onClose } = props;
  const { busy, error, run } = useBusy();
  const handle = (list: 'rescued' | 'late', item: KeptText, into: Y.Doc | null): void =>
    run(async () => {
      await setHandled(meetingId, list, item.id, true);
      if (into === null) tellHandled(() => setHandled(meetingId, list, item.id, false).then(onChanged));
      else tellPutBack(item, putBack(into, item), onReveal);
      await onChanged();
    });
  const partProps = (list: 'rescued' | 'late') => ({
    busy,
    onPutBack: mayWrite ? (item: KeptText) => handle(list, item, doc) : null,
    onHandled: (item: KeptText) => handle(list, item, null),
  });
  return (
    <Dialog
      narrow
      title="Text kept aside"
      lead="Words that are not in the notes and that nobody deleted on purpose. The list is the same for all facilitators."
      onClose={onClose}
    >
      {waiting === null ? (
        <p className="dialog__part">The list could not be loaded yet. It is safe on the server and comes by itself.</p>
      ) : (
        <>
          <KeptPart
            title="Lost in a merge"
            empty="Nothing. Everybody’s words are where they wrote them."
            items={waiting.rescued}
            {...partProps('rescued')}
          />
          <KeptPart
            title="Written after the lock"
            empty="Nothing came late."
            items={waiting.late}
            {...partProps('late')}
          />
        </>
      )}
      <FormError message={error} />
      <div className="dialog__foot">
        <span className="muted">
          {mayWrite ? 'Put back goes to the end of the section.' : 'Reopen the notes to put text back into them.'}
        </span>
        <button type="button" className="btn" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}

function tellPutBack({ place }: KeptText, blockId: string, onReveal: (blockId: string) => void): void {
  const action = { label: 'Show', run: () => onReveal(blockId) };
  toasts.show({ tone: 'done', text: 'Put back', sub: `At the end of: ${place}`, action });
}

function tellHandled(undo: () => Promise<void>): void {
  const run = (): void => {
    undo().catch(() => toasts.show({ tone: 'error', text: 'It is still marked as handled', sub: 'Try again later.' }));
  };
  toasts.show({ tone: 'done', text: 'Handled', action: { label: 'Undo', run } });
}
