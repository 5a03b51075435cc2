import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { missingText } from './missing-text.ts';

describe('[M31] what came after the notes were final', () => {
  function finalNotes(): { server: Y.Doc; author: Y.Doc } {
    const server = new Y.Doc();
    server.getText('t').insert(0, 'Ship on Monday. ');
    const author = new Y.Doc();
    Y.applyUpdate(author, Y.encodeStateAsUpdate(server));
    return { server, author };
  }

  test('is the text that the server lacks, a line for each place', () => {
    const { server, author } = finalNotes();
    author.getText('t').insert(16, 'Ask sales first.');
    author.getText('t').insert(0, 'Note: ');
    expect(missingText(Y.encodeStateAsUpdate(author), server)).toBe('Ask sales first.\nNote:');
  });

  test('is nothing when the server has it all, or when text was only deleted', () => {
    const { server, author } = finalNotes();
    author.getText('t').delete(0, 4);
    expect(missingText(Y.encodeStateAsUpdate(author), server)).toBe('');
  });

  test('leaves out what its author deleted again', () => {
    const { server, author } = finalNotes();
    author.getText('t').insert(0, 'oops');
    author.getText('t').delete(0, 4);
    expect(missingText(Y.encodeStateAsUpdate(author), server)).toBe('');
  });
});
