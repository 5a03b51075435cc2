import { type Pack, packOf } from '@duet/domain';
import type { Exporter, ExportInput } from '../exporter.ts';
import { exporters } from '../exporters.ts';
import { renderMailHtml } from '../html/render-html.ts';
import { renderSlack } from '../slack/render-slack.ts';

export const PACK_FORMATS = ['md', 'html', 'txt', 'json'] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** [M34] What is sent after a meeting, in the forms that channels want; `txt` is Slack's mrkdwn. */
export const packExporters: { readonly [P in Pack]: { readonly [Format in PackFormat]: Exporter } } = {
  notes: ofPack('notes'),
  'sprint-changes': ofPack('sprint-changes'),
};

function ofPack(pack: Pack): { readonly [Format in PackFormat]: Exporter } {
  const { md, html, json } = exporters;
  const txt: Exporter = { mediaType: 'text/plain; charset=utf-8', extension: 'txt', render: renderSlack };
  const mail: Exporter = { ...html, render: renderMailHtml };
  return { md: packed(pack, md), html: packed(pack, mail), txt: packed(pack, txt), json: packed(pack, json) };
}

function packed(pack: Pack, exporter: Exporter): Exporter {
  return { ...exporter, render: async (input) => exporter.render(inputOf(input, pack)) };
}

/** @throws where there is nothing to tell: ask {@link packOf} first. */
function inputOf(input: ExportInput, pack: Pack): ExportInput {
  const meeting = packOf(input.meeting, pack);
  if (meeting === null) throw new Error(`Nothing in this meeting is for the pack ${pack}.`);
  return { ...input, meeting };
}
