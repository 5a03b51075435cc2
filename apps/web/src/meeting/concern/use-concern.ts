import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';

/** A concern that somebody is about to raise. It outlives the box it is written in, which may fold away. */
interface ConcernDraft {
  readonly text: string;
  /** What it threatens: the id of a block or row with a day. */
  readonly about: string | null;
}

export interface Concern {
  readonly draft: ConcernDraft;
  readonly change: (draft: ConcernDraft) => void;
  /** Opens the box, with what is known of the concern by where it comes from. What was written before stays. */
  readonly raise: (known?: Partial<ConcernDraft>) => void;
  /** Empties the box of what was sent. What was written after that stays. */
  readonly sent: (draft: ConcernDraft) => void;
}

const NOTHING: ConcernDraft = { text: '', about: null };
const BOX = '.concern__input';

/** `openRail` shows the side that the box is in, where the window is too narrow to have it on the page. */
export function useConcern(openRail: () => void): Concern {
  const [draft, change] = useState(NOTHING);
  const raise = useCallback(
    (known: Partial<ConcernDraft> = {}): void => {
      // In this turn, with the sheet and the words in: the next letter is meant for the box.
      queueMicrotask(() => {
        flushSync(() => {
          change((before) => (before.text.trim() === '' ? { ...NOTHING, ...known } : before));
          const onPage = document.querySelector<HTMLElement>(`.app > .rail ${BOX}`);
          if (!onPage?.checkVisibility()) openRail();
        });
        focusAtEnd([...document.querySelectorAll<HTMLTextAreaElement>(BOX)].at(-1));
      });
    },
    [openRail],
  );
  const sent = useCallback(({ text }: ConcernDraft): void => {
    change((now) => (now.text.startsWith(text) ? { ...NOTHING, text: now.text.slice(text.length).trimStart() } : now));
  }, []);
  return { draft, change, raise, sent };
}

function focusAtEnd(box: HTMLTextAreaElement | undefined): void {
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}
