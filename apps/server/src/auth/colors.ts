import { createHash } from 'node:crypto';

/** Dark enough for white text, far enough apart to tell carets. */
const PALETTE = [
  '#93398f',
  '#0b737b',
  '#3a4fd0',
  '#a3541c',
  '#2f7d3b',
  '#b3325a',
  '#5f6d1d',
  '#6a48b8',
  '#8a5a00',
  '#1f6fae',
  '#7a4a3c',
  '#4b6472',
] as const;

/** A person has the same colour in every meeting. */
export function colorOf(memberId: string): string {
  const [byte = 0] = createHash('sha256').update(memberId).digest();
  return PALETTE[byte % PALETTE.length] ?? PALETTE[0];
}
