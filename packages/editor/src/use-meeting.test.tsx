// @vitest-environment jsdom
import { insertBlocks, read, setAttributes } from '@duet/document';
import { type Meeting, make, plain } from '@duet/domain';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { useMeeting } from './use-meeting.ts';

test('a change in one block leaves the rest of the meeting the same objects', async () => {
  const doc = new Y.Doc();
  insertBlocks(doc, [
    make.decision({ id: 'd', text: plain('Ship it') }),
    { type: 'riskTable', rows: ['a', 'b'].map((id) => make.riskRow({ id, risk: plain(id) })) },
  ]);
  const seen: Meeting[] = [];
  function Reader() {
    seen.push(useMeeting(doc));
    return null;
  }
  const root = createRoot(document.createElement('div'));
  root.render(<Reader />);
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  setAttributes(doc, 'b', { owner: 'mei' });
  // The same again, and what only Yjs sees, is nothing new.
  setAttributes(doc, 'b', { owner: 'mei' });
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  const [before, after] = seen;
  expect(after).toEqual(read(doc));
  expect(after?.people).toBe(before?.people);
  expect(after?.blocks[0]).toBe(before?.blocks[0]);
  const rows = seen.map(({ blocks }) => (blocks[1] && 'rows' in blocks[1] ? blocks[1].rows : []));
  expect(rows[1]?.[0]).toBe(rows[0]?.[0]);
  expect(rows[1]?.[1]).not.toBe(rows[0]?.[1]);
  root.unmount();
});
