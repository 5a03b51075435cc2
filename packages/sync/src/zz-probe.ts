import { readFileSync } from 'node:fs';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { CommittedDocument } from './room/committed-document.ts';
import { takeSnapshot } from './room/compaction.ts';
import { rebuild } from './room/rebuild.ts';
import { Rescuer } from './room/rescuer.ts';

const { txns } = JSON.parse(gunzipSync(readFileSync('/work/shared/traces/automerge-paper.json.gz')).toString());
const doc = new Y.Doc();
const updates: Uint8Array[] = [];
doc.on('update', (u: Uint8Array) => updates.push(u));
const text = doc.getText('paper');
for (const { patches } of txns)
  for (const [p, d, i] of patches)
    doc.transact(() => {
      if (d > 0) text.delete(p, d);
      if (i) text.insert(p, i);
    });
const N = updates.length;
const t = <T>(l: string, f: () => T): T => {
  const s = process.cpuUsage();
  const r = f();
  const e = process.cpuUsage(s);
  console.log(l, ((e.user + e.system) / 1000).toFixed(1), 'ms cpu');
  return r;
};
const c = new CommittedDocument({ snapshot: null, updates: [], head: 0 });
for (let i = 0; i < N; i += 1024)
  c.apply([{ updates: updates.slice(i, i + 1024), inspect: null }], Math.min(N, i + 1024));
let items = 0;
for (const s of c.doc.store.clients.values()) items += s.length;
console.log('items', items);
for (let k = 0; k < 3; k++) {
  const e = t('encode', () => Y.encodeStateAsUpdate(c.doc));
  const r = t('apply', () => {
    const d = new Y.Doc();
    Y.applyUpdate(d, e);
    return d;
  });
  const e2 = t('encode again', () => Y.encodeStateAsUpdate(r));
  console.log('equal', Buffer.compare(Buffer.from(e), Buffer.from(e2)), e.length, e2.length);
  t('takeSnapshot', () => takeSnapshot(c));
  t('deflate3', () => console.log(deflateRawSync(e, { level: 3 }).length));
  t('deflate6', () => console.log(deflateRawSync(e, { level: 6 }).length));
  t('svfromupdate', () => Y.encodeStateVectorFromUpdate(e));
}
const tail = 5000;
const M = N - tail;
const c2 = new CommittedDocument({ snapshot: null, updates: [], head: 0 });
c2.apply([{ updates: updates.slice(0, M), inspect: null }], M);
const state = c2.encode();
for (const through of [0, N])
  for (let k = 0; k < 3; k++)
    t('rebuild tail ' + tail + ' through ' + through, () =>
      rebuild(
        {
          snapshot: { seq: M, state },
          updates: updates.slice(M).map((update, i) => ({ seq: M + i + 1, at: 0, actor: 'a', update })),
          head: N,
        },
        through,
        new Rescuer('d', new Map(), async () => true),
      ),
    );
