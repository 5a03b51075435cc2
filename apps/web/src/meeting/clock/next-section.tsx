import type { Attendee } from '@duet/domain';
import { ArrowDown, Check } from 'lucide-react';
import { firstName, voiceShort } from '../../people/person-words.ts';
import type { OutlineEntry } from '../outline/outline-model.ts';

interface NextSectionProps {
  readonly next: OutlineEntry;
  readonly facilitators: readonly Attendee[];
  readonly onGo: () => void;
}

/** Moves the meeting, for everybody, to the next section of its agenda. */
export function NextSection({ next, facilitators, onGo }: NextSectionProps) {
  const opener = facilitators.find((person) => person.side === next.opener);
  const who = opener ? firstName(opener.name) : next.opener && voiceShort(next.opener);
  return (
    <button type="button" className="btn btn--block next-section" onClick={onGo}>
      <ArrowDown className="icon icon--14" />
      <span>
        {next.title}
        {who && <span className="muted">{who} opens</span>}
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
