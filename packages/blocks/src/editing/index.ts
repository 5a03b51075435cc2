import type { AnyExtension } from '@tiptap/core';
import { ActionItemKeys } from '../action-item/keys.ts';
import { SectionHeadingKeys } from '../section-heading/keys.ts';
import { TextBlockKeys } from '../text-block/keys.ts';
import { TextKinds } from '../text-block/kinds.ts';
import { OrderedNumbers } from '../text-block/numbering.ts';
import { CellKeys } from './cell-keys.ts';
import { BlockCommands, type BlockCommandsOptions } from './commands.ts';
import { DeleteAcross } from './delete-across.ts';
import { Identities } from './identities.ts';
import { MoveKeys } from './move-keys.ts';
import { everyRow } from './places.ts';
import { SelectText } from './select-text.ts';
import { TypedLinks } from './typed-links.ts';
import { WholeCells } from './whole-cells.ts';

export type EditingOptions = Pick<BlockCommandsOptions, 'together'> & Partial<BlockCommandsOptions>;

/**
 * What makes an editor of the schema: commands, keys, input rules and repairs, without views. Put them after
 * {@link schemaExtensions}, and menus that take Enter or Tab while they are open after them: of two extensions with
 * the same priority Tiptap asks the later one first.
 */
export function editingExtensions({ together, rowsSeen = everyRow }: EditingOptions): AnyExtension[] {
  return [
    BlockCommands.configure({ together, rowsSeen }),
    Identities,
    WholeCells,
    OrderedNumbers,
    TextKinds,
    TypedLinks,
    TextBlockKeys,
    ActionItemKeys,
    SectionHeadingKeys,
    CellKeys.configure({ rowsSeen }),
    MoveKeys,
    SelectText,
    DeleteAcross,
  ];
}
