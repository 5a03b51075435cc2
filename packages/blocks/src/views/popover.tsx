import { Popover as Radix } from 'radix-ui';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useRoom } from './room.ts';

export interface PopoverProps {
  /** What opens it, as the reader sees it. */
  readonly chip: ReactNode;
  /** Class of the button that opens it. */
  readonly className: string;
  /** Names the button and the dialog: "Owner of this risk: @wen". */
  readonly label: string;
  readonly width?: number;
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A chip that opens a small dialog. Focus goes in and Esc brings it back to the chip. It is no part of the document:
 * what others type meanwhile neither closes it nor takes its focus. A reader gets the chip's words alone.
 *
 * There are hundreds of chips on a page, so one that is closed is a plain button: the dialog and what is in it exist
 * while it is open.
 */
export function ChipPopover({ chip, className, label, width = 264, children }: PopoverProps) {
  const { editable } = useRoom();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!editable) return <span className={className}>{chip}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {chip}
      </button>
      {open && (
        <ChipDialog button={button} label={label} width={width} onClose={() => setOpen(false)}>
          {children(() => setOpen(false))}
        </ChipDialog>
      )}
    </>
  );
}

interface ChipDialogProps extends Required<Pick<PopoverProps, 'label' | 'width'>> {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ChipDialog({ button, label, width, onClose, children }: ChipDialogProps) {
  const leftBy = useRef<'key' | 'press'>('key');
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Anchor virtualRef={button as RefObject<HTMLButtonElement>} />
      <Radix.Portal>
        <Radix.Content
          className="pop"
          style={{ width }}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          onInteractOutside={(event) => {
            // The chip closes what it opened by its own click.
            if (button.current?.contains(event.target as Node)) event.preventDefault();
            else leftBy.current = 'press';
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Whoever pressed elsewhere is there now.
            if (leftBy.current === 'key') button.current?.focus();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
