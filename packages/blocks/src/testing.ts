export * from './testing/block.ts';
export * from './testing/keyboard.ts';
