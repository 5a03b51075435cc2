import { CircleAlert, Send } from 'lucide-react';

interface RailButtonProps {
  readonly isFinal: boolean;
  readonly attentionCount: number;
  /** Within reach of the thumb, the count as a badge. */
  readonly large?: boolean;
  readonly onOpen: () => void;
}

/**
 * Opens what stands beside the notes where there is no room for it: what needs attention, and once the notes are final
 * their follow-up.
 */
export function RailButton({ isFinal, attentionCount, large = false, onOpen }: RailButtonProps) {
  const Icon = isFinal ? Send : CircleAlert;
  const badge = attentionCount > 0 && <span className="count count--warn bottombar__count">{attentionCount}</span>;
  return (
    <button
      type="button"
      className={large ? 'btn' : 'btn rail-toggle'}
      aria-label={isFinal ? 'Follow-up and exports' : `Attention, ${attentionCount}`}
      onClick={onOpen}
    >
      <Icon className={large ? 'icon icon--20' : 'icon'} />
      {!isFinal && (large ? badge : attentionCount)}
    </button>
  );
}
