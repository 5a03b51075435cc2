import { ENTRY_KEYS } from '@duet/blocks';
import { OptionList } from '@duet/blocks/views';
import type { IsoDate } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import { ArrowDown, ArrowUp, Copy, GripVertical, Trash2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { EditorNotice } from '../api.ts';
import { keyCaps } from '../keys/key-notation.ts';
import { type DropPlace, dragEntry } from './drag-entry.ts';
import { ENTRY_ACTIONS, type EntryAction, nounOf, runEntryAction } from './entry-actions.ts';
import { useGripPlace } from './use-grip-place.ts';

const ACTIONS: Readonly<Record<EntryAction, { words: string; icon: typeof Copy; keys?: string }>> = {
  up: { words: 'Move up', icon: ArrowUp, keys: ENTRY_KEYS.moveUp },
  down: { words: 'Move down', icon: ArrowDown, keys: ENTRY_KEYS.moveDown },
  duplicate: { words: 'Duplicate', icon: Copy },
  delete: { words: 'Delete', icon: Trash2 },
};

interface RowGripProps {
  readonly editor: Editor;
  readonly today: IsoDate;
  readonly onNotice: (notice: EditorNotice) => void;
}

/** The handle beside the block or row under the pointer (or, on touch, with the caret): drag to move, press for more. */
export default function RowGrip({ editor, today, onNotice }: RowGripProps) {
  const [open, setOpen] = useState(false);
  const [dragged, setDragged] = useState<{ readonly to: DropPlace | null } | null>(null);
  const place = useGripPlace(editor, open || dragged !== null);
  if (place === null) return null;
  const noun = nounOf(place.dom.dataset.type ?? '');
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Anchor asChild>
          <button
            type="button"
            className="grip"
            style={{ top: place.top }}
            aria-label={`${noun}: move or delete`}
            aria-haspopup="dialog"
            aria-expanded={open}
            onPointerDown={(event) => {
              event.preventDefault();
              // From now on: without the grip, which goes with the pointer, there would be no drag.
              setDragged({ to: null });
              dragEntry(editor, place.dom, event.currentTarget, event.nativeEvent, {
                today,
                onPlace: (to) => setDragged({ to }),
                onEnd: () => setDragged(null),
                onClick: () => setOpen(true),
                onNotice,
              });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') setOpen(true);
            }}
          >
            <GripVertical className="icon" aria-hidden="true" />
          </button>
        </Popover.Anchor>
        <Popover.Portal>
          <Popover.Content
            className="pop"
            style={{ width: 232 }}
            side="bottom"
            align="start"
            sideOffset={4}
            aria-label={noun}
          >
            <OptionList
              label={noun}
              options={ENTRY_ACTIONS.map((action) => {
                const { words, icon: Icon, keys } = ACTIONS[action];
                return {
                  key: action,
                  words,
                  icon: <Icon className="icon" aria-hidden="true" />,
                  end:
                    keys &&
                    keyCaps(keys).map((cap) => (
                      <span key={cap} className="kbd">
                        {cap}
                      </span>
                    )),
                };
              })}
              onChoose={(key) => {
                setOpen(false);
                const action = ENTRY_ACTIONS.find((each) => each === key);
                if (action) runEntryAction(editor, place.dom, action, onNotice);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {dragged?.to && (
        <div
          className="drop-line"
          style={{ top: dragged.to.top - editor.view.dom.getBoundingClientRect().top }}
          data-words={dragged.to.words}
        />
      )}
    </>
  );
}
