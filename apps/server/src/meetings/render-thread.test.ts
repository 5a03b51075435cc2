import { read } from '@duet/document';
import { isoDateOf } from '@duet/domain';
import { type ExportInput, exporters } from '@duet/export';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RenderThread } from './render-thread.ts';

const input: ExportInput = {
  meeting: { ...read(new Y.Doc()), title: 'Weekly' },
  id: 'm',
  status: 'live',
  revision: null,
  today: isoDateOf(0),
};

test('[M33] a thread renders the same bytes as the server itself', async () => {
  const thread = new RenderThread();
  expect(await thread.render('docx', input)).toEqual(new Uint8Array(await exporters.docx.render(input)));
  await thread.warm().terminate();
});

test('what an exporter cannot render is told to whoever asked, and the next request is answered', async () => {
  const thread = new RenderThread();
  const broken: ExportInput = { ...input, meeting: JSON.parse('null') };
  await expect(thread.render('docx', broken)).rejects.toThrow('null');
  expect(await thread.render('docx', input)).toBeInstanceOf(Uint8Array);
  await thread.warm().terminate();
});

test('a thread that ends says so to whoever waits, and another takes its place', async () => {
  const thread = new RenderThread();
  const rendering = thread.render('docx', input);
  const ended = expect(rendering).rejects.toThrow('its thread ended');
  await thread.warm().terminate();
  await ended;
  expect(await thread.render('docx', input)).toBeInstanceOf(Uint8Array);
  await thread.warm().terminate();
});
