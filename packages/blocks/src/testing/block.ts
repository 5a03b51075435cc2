import { type Block, type BlockName, newId } from '@duet/domain';
import { readBlock } from '../registry.ts';

/** A block of a kind with nothing in it but what is said here. */
export function block<Name extends BlockName>(
  name: Name,
  values: Partial<Extract<Block, { type: Name }>> = {},
): Extract<Block, { type: Name }> {
  const empty = readBlock({ type: name }, () => newId()) as Extract<Block, { type: Name }>;
  return { ...empty, ...values };
}
