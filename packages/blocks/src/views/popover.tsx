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
 * A chip that opens a small dialog. Focus goes in, and a choice or Esc brings it back to the chip. It is no part of the
 * document: what others type meanwhile neither closes it nor takes its focus. A reader gets the chip's words alone.
 *
 * The chip has the focus before the dialog goes: Radix would give it back a task later, and a Tab that comes in between
 * would start from nowhere, with all that is typed after it.
 *
 * There are hundreds of chips on a page, so one that is closed is a plain button: the dialog and what is in it exist
 * while it is open.
 */
export function ChipPopover({ chip, className, label, width = 264, children }: PopoverProps) {
  const { editable } = useRoom();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!editable) return <span className={className}>{chip}</span>;
  const close = (): void => {
    button.current?.focus();
    setOpen(false);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {chip}
      </button>
      {open && (
        <ChipDialog button={button} label={label} width={width} onClose={close} onLeave={() => setOpen(false)}>
          {children(close)}
        </ChipDialog>
      )}
    </>
  );
}

interface ChipDialogProps extends Required<Pick<PopoverProps, 'label' | 'width'>> {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  /** Somebody pressed or went elsewhere, and is there now. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

function ChipDialog({ button, label, width, onClose, onLeave, children }: ChipDialogProps) {
  const left = useRef(false);
  return (
    <Radix.Root open onOpenChange={() => (left.current ? onLeave() : onClose())}>
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
            else left.current = true;
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
