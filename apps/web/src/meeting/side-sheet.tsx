import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusReturn } from '../ui/use-focus-return.ts';

interface SideSheetProps {
  readonly side: 'left' | 'right';
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One of the page's sides, over the page, where the window is too narrow to stand beside it. */
export function SideSheet({ side, title, onClose, children }: SideSheetProps) {
  useFocusReturn();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="sheet-scrim" />
        <Dialog.Content
          className={`sheet sheet--${side}`}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Dialog.Title className="sr">{title}</Dialog.Title>
          <Dialog.Close className="btn btn--ghost btn--icon sheet__close" aria-label="Close">
            <X className="icon" />
          </Dialog.Close>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
