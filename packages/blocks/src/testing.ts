export * from './testing/arbitraries.ts';
export * from './testing/block.ts';
export * from './testing/keyboard.ts';
export * from './testing/texts.ts';
export * from './testing/without-ids.ts';
