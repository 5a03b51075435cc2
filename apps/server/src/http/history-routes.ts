import { read } from '@duet/document';
import { isoDateOf } from '@duet/domain';
import { exporters } from '@duet/export';
import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import { forgottenMoment, restoreVersion } from '../meetings/restore-version.ts';
import { labelRevision, listVersions, pastDocument } from '../meetings/versions.ts';
import { Problem } from '../problem.ts';
import type { Env, Web } from './context.ts';
import { download } from './download.ts';
import { countOf, meetingRequest } from './request.ts';

export function historyRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.get('/:id/history', async (c) => {
    const { file } = await meetingRequest(duet, c);
    if (file.record.status === 'finalized') await duet.serial.run(file.id, () => labelRevision(duet, file.id));
    return c.json({ versions: await listVersions(duet, file.id) });
  });

  web.get('/:id/history/:seq/:file{export\\.(md|json)}', async (c) => {
    const { file } = await meetingRequest(duet, c);
    const seq = seqOf(c.req.param('seq'));
    const doc = await pastDocument(duet, file.id, seq);
    if (doc === null) throw forgottenMoment(seq);
    const meeting = read(doc);
    doc.destroy();
    const exporter = c.req.param('file') === 'export.md' ? exporters.md : exporters.json;
    const today = isoDateOf(duet.now().getTime());
    const bytes = await duet.renders.render(exporter, { meeting, id: file.id, status: 'live', revision: null, today });
    return download(c, bytes, { mediaType: exporter.mediaType, name: `version-${seq}.${exporter.extension}` });
  });

  web.post('/:id/history/:seq/restore', async (c) => {
    const { file, caller } = await meetingRequest(duet, c, { roles: ['facilitator', 'participant'] });
    return c.json(await restoreVersion(duet, file.id, seqOf(c.req.param('seq')), caller));
  });

  return web;
}

function seqOf(text: string): number {
  const seq = countOf(text);
  if (seq === null) throw new Problem('bad-request', 'The moment must be a whole number above 0.');
  return seq;
}
