import { finish } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import { describe, expect, it } from 'vitest';
import { buildMeeting } from './build-meeting.ts';
import { IMPORT_LIMITS, ImportError, type ImportMediaType, importMeeting } from './index.ts';
import { Budget } from './limits.ts';
import type { OutlineNode } from './outline.ts';
import { readOwnMarkdown } from './sources/own-markdown.ts';
import { readHtml } from './sources/read-html.ts';
import { readMarkdown } from './sources/read-markdown.ts';
import { readPlain } from './sources/read-plain.ts';
import { HOSTILE, HOSTILE_MARKDOWN } from './testing/hostile.ts';

const TODAY = '2025-10-30' as IsoDate;
const READERS = { 'text/html': readHtml, 'text/markdown': readMarkdown, 'text/plain': readPlain };

function codeOf(mediaType: ImportMediaType, text: string): string {
  try {
    importMeeting({ mediaType, text, today: TODAY });
    return 'read';
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.message).toMatch(/^[^.]+\.$/);
    return error.code;
  }
}

/** Steps of the reader, and how often the recognisers looked at a text: what the time of an import is made of. */
function costOf(mediaType: ImportMediaType, text: string): { readonly steps: number; readonly looks: number } {
  const budget = new Budget();
  let looks = 0;
  const outline = finish(READERS[mediaType](text, budget)).map(
    (node): OutlineNode =>
      node.kind === 'table'
        ? node
        : {
            ...node,
            get text() {
              looks++;
              return node.text;
            },
          },
  );
  finish(buildMeeting(outline, TODAY));
  return { steps: budget.steps, looks };
}

describe('[G25] what is too much is refused with one plain sentence', () => {
  it.each(['text/html', 'text/markdown', 'text/plain'] as const)('a paste of 50 MB as %s', (mediaType) => {
    expect(codeOf(mediaType, 'so many words '.repeat(3_750_000))).toBe('too-large');
  });

  it('prose that fits as a file but not as a meeting', () => {
    expect(codeOf('text/html', `<p>${'word '.repeat(IMPORT_LIMITS.textLength / 4)}</p>`)).toBe('too-large');
    expect(codeOf('text/plain', 'word '.repeat(IMPORT_LIMITS.markupLength / 4))).toBe('too-large');
    expect(codeOf('text/markdown', 'word '.repeat(IMPORT_LIMITS.markupLength / 4))).toBe('too-large');
  });

  it('a few words that refer to a long address again and again', () => {
    const address = `[b]: https://x.example/${'y'.repeat(1_900)}\n\n`;
    expect(codeOf('text/markdown', address + '[a][b]\n\n'.repeat(9_000))).toBe('too-large');
    expect(codeOf('text/markdown', address + `${'[a][b] '.repeat(10_000)}\n\n`.repeat(4))).toBe('too-large');
  });

  it('nesting', () => {
    expect(codeOf('text/html', `${'<div>'.repeat(300)}deep`)).toBe('too-deep');
    expect(codeOf('text/html', `${'<table><tr><td>'.repeat(100)}deep`)).toBe('too-deep');
    expect(codeOf('text/markdown', `${'>'.repeat(300)} deep`)).toBe('too-deep');
  });

  it('too many blocks, and too many elements', () => {
    expect(codeOf('text/plain', 'a\n'.repeat(IMPORT_LIMITS.blocks + 1))).toBe('too-many-parts');
    expect(codeOf('text/html', '<p>a'.repeat(IMPORT_LIMITS.blocks + 1))).toBe('too-many-parts');
    expect(codeOf('text/html', '<i></i>'.repeat(IMPORT_LIMITS.steps + 1))).toBe('too-many-parts');
  });

  it('what is no text, or none at all', () => {
    expect(codeOf('text/plain', 'PK\u0003\u0004\0\0')).toBe('not-text');
    expect(codeOf('text/plain', ' \n\t\n')).toBe('empty');
    expect(codeOf('text/html', '<p></p><script>1</script>')).toBe('empty');
    expect(codeOf('text/markdown', '<!-- nothing -->')).toBe('empty');
  });
});

describe('[G25] twice the text costs twice the work', () => {
  it.each(HOSTILE)('%s', (_, mediaType, write) => {
    if (codeOf(mediaType, write(8_000)) !== 'read') return;
    const [small, large] = [costOf(mediaType, write(4_000)), costOf(mediaType, write(8_000))];
    expect(large.steps).toBeLessThanOrEqual(2.2 * small.steps + 200);
    expect(large.looks).toBeLessThanOrEqual(2.2 * small.looks + 2_000);
  });

  it('a CommonMark parser sees none of it, even behind the beginning of our own', () => {
    const quadratic = [
      '"]"',
      '"**a*"',
      '"_a_*"',
      '"*[a"',
      '"- "',
      '"1. "',
      '"a\\n-\\n"',
      '"- a\\n\\n\\n"',
      '"[^1]"',
      'a lazy quote',
      'a wide table',
    ];
    for (const name of quadratic) {
      const text = `# Sync\n\n- **Duration:** 45 min\n\n## Notes <!-- guide -->\n\n${HOSTILE_MARKDOWN[name]?.(30_000)}`;
      expect(finish(readOwnMarkdown(text)), name).toBeNull();
    }
  });
});

describe('[G25] nothing that runs comes in', () => {
  const HTML = `<h2>Risks</h2><ul><li><a href="javascript:alert(1)">press</a> <a href="https://a.example/x">safe</a></li></ul>
    <script>steal()</script><style>p{}</style><img src=x onerror="steal()"><svg><script>steal()</script></svg><p onclick="steal()">text</p>
    <iframe srcdoc="<script>steal()</script>"></iframe><a href="https://www.google.com/url?q=javascript:steal()&sa=D">docs</a>`;
  const MARKDOWN =
    '[press](javascript:alert(1)) [safe](https://a.example/x) <script>steal()</script>\n\n<b onclick="steal()">text</b>\n';

  it.each([
    ['text/html', HTML],
    ['text/markdown', MARKDOWN],
  ] as const)('of %s', (mediaType, text) => {
    const { meeting } = importMeeting({ mediaType, text, today: TODAY });
    const links = JSON.stringify(meeting).match(/"link":"[^"]*"/g) ?? [];
    expect(links).toContain('"link":"https://a.example/x"');
    expect(links.every((link) => /^"link":"https:\/\//.test(link))).toBe(true);
  });

  it('and what scripts hold is no text', () => {
    expect(
      JSON.stringify(importMeeting({ mediaType: 'text/html', text: HTML, today: TODAY }).meeting.blocks),
    ).not.toMatch(/"text":"[^"]*steal/);
  });
});
