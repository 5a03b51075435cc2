import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';
/** Twentieths of a point for each step of an indent. */
const STEP = 360;
const LEVELS = 9;

function levels(format: 'bullet' | 'decimal') {
  return Array.from({ length: LEVELS }, (_, level) => ({
    level,
    format: LevelFormat[format === 'bullet' ? 'BULLET' : 'DECIMAL'],
    text: format === 'bullet' ? '•' : `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: STEP * (level + 1), hanging: STEP } } },
  }));
}

export const numbering: INumberingOptions = {
  config: [
    { reference: BULLETS, levels: levels('bullet') },
    { reference: NUMBERS, levels: levels('decimal') },
  ],
};

export function indentOf(steps: number): { readonly start: number } {
  return { start: STEP * steps };
}
