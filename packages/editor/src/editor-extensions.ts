import { schemaExtensions } from '@duet/blocks';
import type { AnyExtension } from '@tiptap/core';
import type { EditorNotice, MeetingEditorProps } from './api.ts';
import { CaretMark } from './caret-mark.ts';
import { pasting } from './clipboard/pasting.ts';
import { confirmedRows } from './confirmed-rows.ts';
import { EntryLinks } from './entry-links.ts';
import { FarBlocks } from './far-blocks.ts';
import { CellStops } from './keys/cell-stops.ts';
import { LeaveKeys } from './keys/leave-keys.ts';
import { LinkKeys } from './keys/link-keys.ts';
import { RowArrows } from './keys/row-arrows.ts';
import { mentions } from './mentions.ts';
import type { MenuStore } from './menus/menu-store.ts';
import { peopleMenu } from './menus/people-menu.tsx';
import { slashMenu } from './menus/slash-menu.tsx';
import { NoSelectionWalk } from './no-selection-walk.ts';
import { blockViews } from './node-views/block-views.ts';
import type { ControlsStore } from './node-views/controls-store.ts';
import { actionOffer } from './offers/action-offer.ts';
import { decisionOffer } from './offers/decision-offer.ts';
import { calmCaret } from './presence/calm-caret.ts';
import { CaretFlags } from './presence/caret-flags.ts';
import { carets } from './presence/carets.ts';
import { ledBlock } from './presence/led-block.ts';
import { ownFlag } from './presence/own-flag.ts';
import { ownPlace } from './presence/own-place.ts';
import { remoteWash } from './presence/remote-wash.ts';
import { keptOrder } from './row-views/kept-order.ts';
import { rowViews } from './row-views/row-views.ts';
import { actionRuns } from './sections/action-runs.ts';
import { SectionFeet } from './sections/section-feet.ts';
import { SectionFolds } from './sections/section-folds.ts';
import { settledSelection } from './settled-selection.ts';
import { sharedEditing } from './shared-editing.ts';

export interface EditorParts extends Pick<MeetingEditorProps, 'doc' | 'awareness' | 'me'> {
  readonly controls: ControlsStore;
  readonly menus: MenuStore;
  readonly attendees: () => MeetingEditorProps['people'];
  readonly today: () => MeetingEditorProps['today'];
  /** Whether the shared clock has been started. */
  readonly isLive: () => boolean;
  readonly notify: (notice: EditorNotice) => void;
  readonly memory: () => NonNullable<MeetingEditorProps['memory']> | null;
}

/** Everything an editor of a meeting is made of. The schema is that of all editors, parsers and exporters. */
export function editorExtensions(parts: EditorParts): AnyExtension[] {
  const { doc, awareness, me, controls, menus, attendees, today, isLive, notify } = parts;
  return [
    ...schemaExtensions(),
    ...sharedEditing(doc),
    carets(awareness),
    CaretFlags,
    ownFlag(me, isLive),
    settledSelection(doc),
    calmCaret(doc),
    ledBlock(awareness),
    remoteWash(awareness),
    ownPlace(awareness),
    CellStops,
    RowArrows,
    LeaveKeys,
    LinkKeys,
    actionOffer(today),
    decisionOffer(parts),
    slashMenu(menus),
    peopleMenu(menus, attendees),
    NoSelectionWalk,
    FarBlocks,
    blockViews(controls),
    SectionFolds,
    SectionFeet,
    actionRuns({ today, notify }),
    rowViews(doc),
    keptOrder(notify),
    EntryLinks,
    confirmedRows(doc, today),
    mentions(me),
    CaretMark,
    pasting(parts),
  ];
}
