import type { RichText, TextRun } from '@duet/domain';
import { linkAddress } from '../link-address.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text as Slack's mrkdwn. With `<` and `>` escaped nobody's words can call a channel or hide an address behind
 * another (G25). mrkdwn has no way to escape `*` or `_`: at worst a word looks bold.
 */
export function slackText(text: RichText): string {
  return text.map(runText).join('');
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? '');
}

export function bold(text: string): string {
  return text.trim() === '' ? '' : `*${text.trim()}*`;
}

function runText(run: TextRun): string {
  const href = linkAddress(run);
  if (href !== null) return `<${escaped(href)}|${escaped(run.text).replaceAll('|', '¦')}>`;
  const text = escaped(run.text);
  // A mark counts only where it touches the word.
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return text;
  const mark = run.code ? '`' : run.bold ? '*' : run.italic ? '_' : run.strike ? '~' : '';
  return `${before}${mark}${inner}${mark}${after}`;
}
