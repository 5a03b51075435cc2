import { insertBlocks, sampleMeeting } from '@duet/document';
import { type Block, newId, parseIsoDate } from '@duet/domain';
import * as Y from 'yjs';
import { post, sessionCookie } from './http.ts';
import { connect, type SharedDocument } from './socket.ts';

export interface LargeMeeting {
  readonly id: string;
  readonly facilitatorKey: string;
  readonly document: SharedDocument;
  /** Rows and blocks in it. */
  readonly entries: number;
}

/** A meeting with about `entries` rows and blocks: the sample's own, each as often as that takes. */
export async function makeLargeMeeting(origin: string, entries: number): Promise<LargeMeeting> {
  const made = await post(`${origin}/api/meetings`, { title: 'Bench' }, await sessionCookie(origin, 'Maker'));
  const { id, schemaVersion, keys } = (await made.json()) as {
    id: string;
    schemaVersion: number;
    keys: { facilitator: string };
  };
  const document = {
    url: `${origin.replace('http', 'ws')}/sync`,
    name: id,
    params: { key: keys.facilitator, schema: String(schemaVersion) },
    fragment: 'body',
  };
  const blocks = largeSample(entries);
  await fill(document, (body, doc) => {
    body.delete(0, body.length);
    insertBlocks(doc, blocks);
  });
  return { id, facilitatorKey: keys.facilitator, document, entries: countOf(blocks) };
}

/** Writes the document, and resolves once another client sees all of it. */
export async function fill(document: SharedDocument, write: (body: Y.XmlFragment, doc: Y.Doc) => void): Promise<void> {
  const [author, witness] = [new Y.Doc(), new Y.Doc()];
  const providers = [await connect(document, author), await connect(document, witness)];
  author.transact(() => write(author.getXmlFragment(document.fragment), author));
  const whole = Y.encodeStateVector(author).join();
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (Y.encodeStateVector(witness).join() === whole) resolve();
    };
    witness.on('update', check);
    check();
  });
  for (const provider of providers) provider.destroy();
}

function largeSample(entries: number): readonly Block[] {
  const { blocks } = sampleMeeting(parseIsoDate('2026-11-24') ?? fail());
  const prose = blocks.filter(isProse).length;
  const times = Math.max(1, Math.round((entries - prose) / (countOf(blocks) - prose)));
  return blocks.flatMap((block) => {
    if (isProse(block)) return [block];
    if (block.type === 'roadmapTable') return [{ ...block, rows: repeated(block.rows, times) }];
    if (block.type === 'riskTable') return [{ ...block, rows: repeated(block.rows, times) }];
    return repeated([block], times);
  });
}

const isProse = ({ type }: Block): boolean => type === 'textBlock' || type === 'sectionHeading';

function repeated<T extends object>(entries: readonly T[], times: number): T[] {
  return Array.from({ length: times }, (_, round) =>
    entries.map((entry) => (round === 0 ? entry : { ...entry, id: newId() })),
  ).flat();
}

function countOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + ('rows' in block ? block.rows.length : 1), 0);
}

function fail(): never {
  throw new Error('The day of the sample is no day.');
}
