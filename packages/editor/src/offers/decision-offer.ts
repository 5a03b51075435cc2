import { isLocalChange } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import type { DecisionOfferOptions } from './offer-resembled.ts';

/** What the cards of decisions are told of older ones: nothing, or one card of one. */
const OFFERS = new PluginKey<DecorationSet>('decisionOffer');

/** Somebody who thinks about the next word has not stopped writing. */
const PAUSE_MS = 800;

/**
 * [M36] Whoever writes a decision, and pauses, is shown the older one that it resembles. What looks for it is loaded with the
 * first letter of the first decision, and touches neither the text nor the focus.
 */
export function decisionOffer(options: DecisionOfferOptions): Extension {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Extension.create({
    name: 'decisionOffer',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: OFFERS,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, offers) => tr.getMeta(OFFERS) ?? offers.map(tr.mapping, tr.doc),
        },
        props: { decorations: (state) => OFFERS.getState(state) },
      }),
    ],
    onTransaction: ({ editor: { view }, transaction }) => {
      if (!isLocalChange([transaction])) return;
      clearTimeout(timer);
      if (transaction.selection.$from.parent.type.name !== 'decisionText' || !options.memory()?.isLive) return;
      // Where it does not load, nothing is offered.
      const search = import('./offer-resembled.ts').catch(() => null);
      timer = setTimeout(async () => {
        const offers = (await search)?.offerResembled(view, options, OFFERS.getState(view.state));
        if (offers) view.dispatch(view.state.tr.setMeta(OFFERS, offers));
      }, PAUSE_MS);
    },
  });
}
