import { appendText } from '@duet/document';
import type * as Y from 'yjs';
import { noteForNext, setHandled } from '../../api/meetings.ts';
import type { HandledAnswer, KeptText } from '../../api/types.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useBusy } from '../../ui/use-busy.ts';
import { KeptPart } from './kept-part.tsx';
import type { WaitingTexts } from './use-waiting-texts.ts';

interface KeptTextDialogProps {
  readonly meetingId: string;
  /** A meeting of a series can leave a note to the next one. */
  readonly isInSeries: boolean;
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
  const { meetingId, isInSeries, doc, mayWrite, waiting, onReveal, onChanged, onClose } = props;
  const { busy, error, run } = useBusy();
  /** What is said of it first counts: the words must not go back twice. */
  const take = (answer: () => Promise<HandledAnswer>, done: () => void): void =>
    run(async () => {
      const { handled, changed } = await answer();
      if (changed) done();
      else toasts.show({ tone: 'done', text: `${handled?.by ?? 'Somebody'} took care of it already` });
      await onChanged();
    });
  const mark = (list: 'rescued' | 'late', item: KeptText, isHandled = true): Promise<HandledAnswer> =>
    setHandled(meetingId, list, item.id, isHandled);
  const partProps = (list: 'rescued' | 'late') => ({
    busy,
    onPutBack: mayWrite
      ? (item: KeptText) =>
          take(
            () => mark(list, item),
            () => tellPutBack(item, appendText(doc, item.place, item.text), onReveal),
          )
      : null,
    onHandled: (item: KeptText) =>
      take(
        () => mark(list, item),
        () => tellHandled(() => mark(list, item, false).then(onChanged)),
      ),
  });
  const leaveForNext = (item: KeptText): void =>
    take(
      () => noteForNext(meetingId, item.id),
      () => toasts.show({ tone: 'done', text: 'Noted', sub: 'It is in the next meeting of the series.' }),
    );
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
            onForNext={null}
          />
          <KeptPart
            title="Written after the lock"
            empty="Nothing came late."
            items={waiting.late}
            {...partProps('late')}
            onForNext={isInSeries ? leaveForNext : null}
          />
        </>
      )}
      <div className="dialog__foot">
        <FormError message={error} />
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
