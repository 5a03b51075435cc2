import type { ComponentType } from 'react';
import type { JsonNode } from '../json-node.ts';

/** Raw attributes of a node, as the document holds them. */
export type RawAttributes = Readonly<Record<string, unknown>>;
export type StoredValue = string | number | boolean | null;

/** What stands around a block and changes how it's drawn: a flat record, so that two of them are compared by value. */
export type Surroundings = Readonly<Record<string, StoredValue>>;

export type CellState = 'empty' | 'filled';

/** What a block's controls may do to the block they belong to. */
export interface BlockHandle {
  /** Sets attributes; null removes. */
  set(attrs: Readonly<Record<string, StoredValue>>): void;
  /** Puts the caret at the end of a cell, which is made when it is missing. */
  enter(cell: string): void;
  /** The text of a cell as it is now; empty when it is missing. */
  text(cell: string): string;
  /** Adds words at the end of a cell, which is made when it is missing. */
  append(cell: string, words: string): void;
  /** The block with its texts, as it is now; null when it is gone. */
  json(): JsonNode | null;
  /** Adds a filled block or row at the end of the section, or the table, that such entries stand in. */
  add(entry: JsonNode): void;
  /** Sets attributes of another block or row. */
  setOf(id: string, attrs: Readonly<Record<string, StoredValue>>): void;
  /** The other entries of the same kind that say something, by their first words. */
  others(): readonly { readonly id: string; readonly title: string }[];
  /** Adds an empty row to this table, or to the table of this row, and goes there. */
  addRow(): void;
  /** Folds the section below this heading away, or what is on track in this table, in this browser; or shows all of it. */
  fold(open: boolean): void;
  /** Shows the rows of this table, in this browser, in the order that is offered for it, or in the room's. */
  arrange(on: boolean): void;
  /** Shows another block or row of the document. */
  go(id: string): void;
  /** Tells what surrounds the block, for things that only this browser knows (an asked-for cell). */
  tell(surroundings: Surroundings): void;
}

/** What the controls of a block are drawn from. They are drawn again when one of these changes, not while text does. */
export interface ControlsProps {
  readonly attrs: RawAttributes;
  /** The cells that exist; one that is doubled is here once. */
  readonly cells: Readonly<Record<string, CellState>>;
  readonly around: Surroundings;
  readonly block: BlockHandle;
}

/** A block or row: a frame in plain DOM with its text inside, and controls drawn by React beside the text. */
export interface BlockLook {
  readonly kind: 'block';
  readonly className: string;
  /** The element that holds the text or the cells. */
  readonly content: { readonly tag: string; readonly className: string };
  /** Brings the frame in line with the attributes: classes and ARIA, nothing that would disturb the caret. */
  readonly paint?: (frame: Frame, attrs: RawAttributes, around: Surroundings) => void;
  /** Before the block, and no part of it for who listens. */
  readonly Above?: ComponentType<ControlsProps>;
  /** Before the content in reading order: the header of a table. */
  readonly Before?: ComponentType<ControlsProps>;
  readonly After?: ComponentType<ControlsProps>;
  /** Blocks of which few have controls say so here; absent means all have them. */
  readonly hasControls?: (attrs: RawAttributes) => boolean;
}

export interface Frame {
  readonly dom: HTMLElement;
  /** Holds the content and what stands before it; the frame itself where nothing does. */
  readonly main: HTMLElement;
  readonly content: HTMLElement;
}

/** A text cell: plain DOM only, since there are hundreds and each key stroke passes through one. */
export interface CellLook {
  readonly kind: 'cell';
  readonly className: string;
  readonly role?: 'cell' | 'heading' | 'group';
  /** 1-based column of a table's cell. */
  readonly column?: number;
  readonly level?: number;
  /** Written above or before the text. */
  readonly caption?: string;
  /** Names the cell where there is no caption. */
  readonly name?: string;
  /** Shown while the cell is empty and may be written in. */
  readonly placeholder: string;
}

export type NodeLook = BlockLook | CellLook;
