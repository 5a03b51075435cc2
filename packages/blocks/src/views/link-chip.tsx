import type { LucideIcon } from 'lucide-react';
import type { BlockHandle, StoredValue } from './look.ts';

interface LinkChipProps {
  /** The id of the entry to go to; nothing is drawn without one. */
  readonly to: StoredValue | undefined;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly title?: string | undefined;
  readonly block: BlockHandle;
}

/** Goes to a linked entry. */
export function LinkChip({ to, words, icon: Icon, title, block }: LinkChipProps) {
  if (typeof to !== 'string') return null;
  return (
    <button type="button" className="ref" title={title} onClick={() => block.go(to)}>
      <Icon className="icon" aria-hidden="true" />
      {words}
    </button>
  );
}
