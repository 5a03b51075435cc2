import { Popover as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
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
 */
export function ChipPopover({ chip, className, label, width = 264, children }: PopoverProps) {
  const { editable } = useRoom();
  const [open, setOpen] = useState(false);
  if (!editable) return <span className={className}>{chip}</span>;
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger className={className} aria-label={label}>
        {chip}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="pop"
          style={{ width }}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
        >
          <Opened content={children} close={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What is in a dialog is worked out when it opens: there are hundreds of chips on a page. */
function Opened({ content, close }: { readonly content: PopoverProps['children']; readonly close: () => void }) {
  return content(close);
}
