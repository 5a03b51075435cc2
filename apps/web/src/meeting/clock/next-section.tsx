import { ArrowDown, Check } from 'lucide-react';
import type { OutlineEntry } from '../outline/outline-model.ts';

interface NextSectionProps {
  readonly next: OutlineEntry;
  /** Who opens it, by name; null where nobody does. */
  readonly opener: string | null;
  readonly onGo: () => void;
}

/** Moves the meeting, for everybody, to the next section of its agenda. */
export function NextSection({ next, opener, onGo }: NextSectionProps) {
  return (
    <button type="button" className="btn btn--block next-section" onClick={onGo}>
      <ArrowDown className="icon icon--14" />
      <span>
        {next.title}
        {opener && <span className="muted">{opener} opens</span>}
      </span>
    </button>
  );
}

/** After the last section: everything was talked about, and finalizing is what is left. */
export function EndOfAgenda({ onEnd }: { readonly onEnd: () => void }) {
  return (
    <button type="button" className="btn btn--block next-section" onClick={onEnd}>
      <Check className="icon icon--14" />
      <span>The agenda is done</span>
    </button>
  );
}
