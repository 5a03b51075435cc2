import { read } from '@duet/document';
import { isoDateOf } from '@duet/domain';
import type { Exporter, ExportInput } from '@duet/export';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Renders } from './renders.ts';

const meeting = read(new Y.Doc());
const input = (id: string): ExportInput => ({ meeting, id, status: 'live', revision: null, today: isoDateOf(0) });

/** Each rendering ends when it is told to. */
function slowExporter(extension = 'pdf') {
  const begun: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const exporter: Exporter = {
    mediaType: 'application/pdf',
    extension,
    render: ({ id }) => {
      begun.push(id);
      return new Promise((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve(Buffer.from(id))));
      });
    },
  };
  const elsewhere = { isRunning: true, render: (_format: string, of: ExportInput) => exporter.render(of) };
  return { exporter, elsewhere, begun, end: (error?: Error) => ends.shift()?.(error) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('slow formats are made one at a time, and the same one once for everybody', async () => {
  const { exporter, elsewhere, begun, end } = slowExporter();
  const renders = new Renders(elsewhere);
  const all = ['a', 'b', 'a'].map((id) => renders.render(exporter, input(id)));
  await settled();
  expect(begun).toEqual(['a']);
  end();
  await settled();
  expect(begun).toEqual(['a', 'b']);
  end();
  expect((await Promise.all(all)).map(String)).toEqual(['a', 'b', 'a']);
  expect(String(await renders.render(exporter, input('b')))).toBe('b');
  expect(begun).toEqual(['a', 'b']);
});

test('one that fails is made again when it is asked for again, and holds nobody up', async () => {
  const { exporter, elsewhere, begun, end } = slowExporter();
  const renders = new Renders(elsewhere);
  const failing = renders.render(exporter, input('a'));
  const next = renders.render(exporter, input('b'));
  await settled();
  end(new Error('no fonts'));
  await expect(failing).rejects.toThrow('no fonts');
  await settled();
  end();
  expect(String(await next)).toBe('b');
  const again = renders.render(exporter, input('a'));
  await settled();
  end();
  expect(String(await again)).toBe('a');
  expect(begun).toEqual(['a', 'b', 'a']);
});

test('Markdown of a long meeting is made elsewhere too, and that of a short one here', async () => {
  const { exporter, elsewhere, end } = slowExporter('md');
  const here: Exporter = { ...exporter, render: async () => Buffer.from('here') };
  const renders = new Renders(elsewhere);
  expect(String(await renders.render(here, input('short')))).toBe('here');
  const long = renders.render(here, input('long '.repeat(60_000)));
  await settled();
  end();
  expect(String(await long)).toMatch(/^long/);
});

test('[G21] when too many wait the next is refused, and quick formats never wait', async () => {
  const { exporter, elsewhere, begun, end } = slowExporter();
  const renders = new Renders(elsewhere);
  const all = Array.from({ length: 20 }, (_, id) => renders.render(exporter, input(`${id}`)));
  await expect(renders.render(exporter, input('late'))).rejects.toMatchObject({ status: 429 });
  const quick = slowExporter('md');
  const notes = renders.render(quick.exporter, input('notes'));
  quick.end();
  expect(String(await notes)).toBe('notes');
  while (begun.length < 20) {
    await settled();
    end();
  }
  expect(await Promise.all(all)).toHaveLength(20);
});
