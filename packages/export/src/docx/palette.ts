import type { Side, Tone } from '@duet/domain';

/** Colours as Word writes them: six hexadecimal digits. */
export const INK = { strong: '1D1B18', text: '36322D', muted: '69635B', line: 'E4E0D9', accent: '3A4FD0' } as const;

export const TONES: Readonly<Record<Tone, { readonly ink: string; readonly wash: string }>> = {
  good: { ink: '23703F', wash: 'EAF5EE' },
  warn: { ink: '875200', wash: 'FDF3E0' },
  bad: { ink: 'AD2A22', wash: 'FDEFED' },
  plain: { ink: INK.muted, wash: 'F0EEEA' },
};

export const SIDES: Readonly<Record<Side, { readonly ink: string; readonly wash: string }>> = {
  product: { ink: '93398F', wash: 'FAF1FA' },
  engineering: { ink: '0B737B', wash: 'ECF6F7' },
  other: TONES.plain,
};
