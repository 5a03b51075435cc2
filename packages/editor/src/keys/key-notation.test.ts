// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { isPressed, keyCaps } from './key-notation.ts';

const key = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', init);

describe('keys in ProseMirror’s notation (here on a machine without ⌘)', () => {
  test('modifiers have to be just those', () => {
    const wanted = 'Mod-Shift-f';
    expect(isPressed(key({ key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true }), wanted)).toBe(true);
    expect(isPressed(key({ key: 'f', code: 'KeyF', ctrlKey: true }), wanted)).toBe(false);
    expect(isPressed(key({ key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true, altKey: true }), wanted)).toBe(false);
    expect(isPressed(key({ key: 'F', code: 'KeyF', metaKey: true, shiftKey: true }), wanted)).toBe(false);
  });

  test('a letter goes by what it types, and by its place where it types none', () => {
    expect(isPressed(key({ key: 't', code: 'KeyK', altKey: true }), 'Alt-t')).toBe(true);
    expect(isPressed(key({ key: '†', code: 'KeyT', altKey: true }), 'Alt-t')).toBe(true);
    expect(isPressed(key({ key: 'л', code: 'KeyK', ctrlKey: true }), 'Mod-k')).toBe(true);
    expect(isPressed(key({ key: 'y', code: 'KeyZ', ctrlKey: true }), 'Mod-z')).toBe(false);
  });

  test('a sign may need Shift or not', () => {
    expect(isPressed(key({ key: '?', code: 'Slash', shiftKey: true }), '?')).toBe(true);
    expect(isPressed(key({ key: '.', code: 'Comma', shiftKey: true, ctrlKey: true }), 'Mod-.')).toBe(true);
  });

  test('nothing is pressed while a text is composed, or with AltGr', () => {
    expect(isPressed(key({ key: 'k', code: 'KeyK', ctrlKey: true, isComposing: true }), 'Mod-k')).toBe(false);
    expect(isPressed(key({ key: 't', code: 'KeyT', altKey: true, modifierAltGraph: true }), 'Alt-t')).toBe(false);
  });

  test('the caps are those of this machine', () => {
    expect(keyCaps('Mod-Shift-f')).toEqual(['Ctrl', 'Shift', 'F']);
    expect(keyCaps('Alt-ArrowDown')).toEqual(['Alt', '↓']);
    expect(keyCaps('g a')).toEqual(['G', 'A']);
    expect(keyCaps('Mod-.')).toEqual(['Ctrl', '.']);
  });
});
