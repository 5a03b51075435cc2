import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusReturn } from './use-focus-return.ts';

interface DialogProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly narrow?: boolean;
  /** Selects what has the focus at first; the first control otherwise. */
  readonly focusFirst?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal over a scrim; a sheet from below on phones. It traps focus, closes on Escape and gives focus back. */
export function Dialog({ title, lead, narrow = false, focusFirst, onClose, children }: DialogProps) {
  useFocusReturn();
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim">
          <Radix.Content
            className={`dialog${narrow ? ' dialog--narrow' : ''}`}
            {...(lead === undefined && { 'aria-describedby': undefined })}
            onOpenAutoFocus={(event) => {
              const first = focusFirst && (event.currentTarget as HTMLElement).querySelector<HTMLElement>(focusFirst);
              if (!first) return;
              event.preventDefault();
              first.focus();
            }}
            onCloseAutoFocus={(event) => event.preventDefault()}
            onInteractOutside={(event) => {
              // A toast says what was done in the dialog, and its button belongs to that.
              if (event.target instanceof Element && event.target.closest('.toasts')) event.preventDefault();
            }}
          >
            <div className="dialog__head">
              <div>
                <Radix.Title asChild>
                  <h2>{title}</h2>
                </Radix.Title>
                {lead !== undefined && (
                  <Radix.Description asChild>
                    <p>{lead}</p>
                  </Radix.Description>
                )}
              </div>
              <Radix.Close className="btn btn--ghost btn--icon" aria-label="Close">
                <X className="icon" />
              </Radix.Close>
            </div>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
