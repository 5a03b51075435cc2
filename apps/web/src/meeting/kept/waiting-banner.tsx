import { LifeBuoy } from 'lucide-react';
import type { WaitingTexts } from './use-waiting-texts.ts';
import { waitingWords } from './waiting-words.ts';

interface WaitingBannerProps {
  readonly waiting: WaitingTexts | null;
  readonly onShow: () => void;
}

/** Tells a facilitator that words are waiting beside the notes (G12, G14). */
export function WaitingBanner({ waiting, onShow }: WaitingBannerProps) {
  const words = waiting === null ? '' : waitingWords(waiting);
  if (words === '') return null;
  return (
    <div className="banner banner--page banner--warn" role="status">
      <LifeBuoy className="icon" />
      <span>
        <strong>{words}</strong> Nothing of it is gone.
      </span>
      <div className="banner__end">
        <button type="button" className="btn btn--sm" onClick={onShow}>
          Look at it
        </button>
      </div>
    </div>
  );
}
