import type { SeriesMemory } from '@duet/blocks/views';
import { read } from '@duet/document';
import { decisions, type IsoDate, resembledDecision, standingWords } from '@duet/domain';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';

export interface DecisionOfferOptions {
  readonly doc: Y.Doc;
  readonly today: () => IsoDate;
  /** Null while it is not known. */
  readonly memory: () => SeriesMemory | null;
}

/**
 * What the card of the decision with the caret is to be told of an older one that it resembles, and says so to who does not
 * see it. Null where all stays as it was.
 * @param shown what it was told so far
 */
export function offerResembled(
  view: EditorView,
  { doc, today, memory }: DecisionOfferOptions,
  shown: DecorationSet | undefined,
): DecorationSet | null {
  const known = memory();
  if (view.isDestroyed || !view.editable || view.composing || !known?.isLive) return null;
  const { $from } = view.state.selection;
  const card = $from.depth === 0 ? null : $from.node(1);
  if (card?.type.name !== 'decision') return null;
  const [start, end] = [$from.before(1), $from.after(1)];
  const here = decisions(read(doc));
  const decision = here.find(({ id }) => id === card.attrs.id);
  const found = decision === undefined ? null : resembledDecision(decision, here, known.decisions);
  if (found === null) return shown?.find().length ? DecorationSet.empty : null;
  if (shown?.find(start, end).some(({ spec }) => spec.resembles === found.id)) return null;
  const { id, text, meetingId } = found;
  const standing = standingWords(found, today());
  announce(view, `This resembles an older decision, ${standing}: ${text}. It stands below.`);
  const told = {
    isAround: true,
    resembles: id,
    resemblesText: text,
    resemblesStanding: standing,
    resemblesMeeting: meetingId,
  };
  return DecorationSet.create(view.state.doc, [Decoration.node(start, end, {}, told)]);
}

/** What comes together with its region is not announced. */
const HEARD_MS = 100;

/** In a region that is there before its text. */
function announce({ dom }: EditorView, words: string): void {
  const region = dom.parentElement?.querySelector<HTMLElement>(':scope > [role="status"]') ?? newRegion(dom);
  setTimeout(() => {
    region.textContent = words;
  }, HEARD_MS);
}

function newRegion(dom: HTMLElement): HTMLElement {
  const region = document.createElement('span');
  region.className = 'sr';
  region.role = 'status';
  dom.after(region);
  return region;
}
