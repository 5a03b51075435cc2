import { Plus } from 'lucide-react';
import type { BlockHandle, BlockLook } from './look.ts';
import { useRoom } from './room.ts';

/** The frame of a table: its header row, its rows and the button that adds one. */
export function tableFrame(name: string): Pick<BlockLook, 'kind' | 'className' | 'content' | 'paint'> {
  return {
    kind: 'block',
    className: 'grid-table',
    content: { tag: 'div', className: 'grid-table__rows' },
    paint: ({ dom, main, content }, _attrs, around) => {
      dom.classList.toggle('is-rowless', around.rows === 0);
      main.setAttribute('role', 'table');
      main.setAttribute('aria-label', name);
      content.setAttribute('role', 'rowgroup');
      // The rows in the order that is seen, for who listens.
      if (typeof around.owns === 'string') content.setAttribute('aria-owns', around.owns);
      else content.removeAttribute('aria-owns');
    },
  };
}

/** Says that the frame is a row of a table. */
export const rowPaint: NonNullable<BlockLook['paint']> = ({ dom }) => dom.setAttribute('role', 'row');

interface TableFootProps {
  readonly rows: number;
  readonly block: BlockHandle;
  /** "Risk". */
  readonly noun: string;
  readonly empty: { readonly title: string; readonly text: string; readonly button: string };
}

/** Below the rows: a quiet button, or, while there is no row, an invitation with its reason. */
export function TableFoot({ rows, block, noun, empty }: TableFootProps) {
  const { editable } = useRoom();
  if (rows === 0) {
    return (
      <div className="empty">
        <div className="empty__title">{empty.title}</div>
        {editable && <p className="empty__text">{empty.text}</p>}
        {editable && (
          <button type="button" className="btn btn--sm" onClick={() => block.addRow()}>
            <Plus className="icon icon--14" aria-hidden="true" />
            {empty.button}
          </button>
        )}
      </div>
    );
  }
  if (!editable) return null;
  return (
    <button type="button" className="row-add" aria-label={`Add ${noun.toLowerCase()}`} onClick={() => block.addRow()}>
      <Plus className="icon" aria-hidden="true" />
      {noun}
    </button>
  );
}
