import { canonicalText, type RichText, type TextRun } from '@duet/domain';
import fc from 'fast-check';

/** Pieces that mean something in Markdown, HTML, CSV or to a careless reader, beside what people type. */
const PIECES = [
  ...[
    'word',
    'two words',
    'naïve',
    'snake_case',
    '日本語',
    'שלום עולם',
    'مرحبا',
    '👩‍👩‍👧',
    '🚧',
    'e\u0301',
    '\u200b',
    '\u202e',
  ],
  ...[
    '#',
    '# a',
    '## ',
    '-',
    '- a',
    '* a',
    '+',
    '1. a',
    '1)',
    '10.',
    '> a',
    '[ ] ',
    '[x] a',
    '---',
    '***',
    '===',
    '```',
    '~~~',
  ],
  ...[
    '|',
    '\\|',
    '\\',
    '\\\\',
    '`',
    '``',
    '` `',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '!',
    '[a](b)',
    '![a](b)',
    '[^1]',
    ']',
    '(',
    ')',
  ],
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<!-- x -->',
    '<!--',
    '-->',
    '<sub>x</sub>',
    '<a id="x">',
    '<script>alert(1)</script>',
    '&amp;',
    '&#32;',
    '&',
  ],
  ...[
    'https://example.com/a_b?c=d&e',
    'www.example.com',
    'ana@example.com',
    'ftp://x',
    '@wen',
    '=1+1',
    '+1',
    '-1',
    '"',
    "'",
    ';',
    ':-',
    ':',
  ],
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\u0007',
    '\u001b',
    '\u007f',
    '.',
    ',',
    '…',
    '⚠',
  ],
  ...['Decision: a', 'Why: b', '**Why:** b', 'empty', 'indent 2', ':smile:', '$x$', '{{x}}'],
];

/** A string as hostile as people's own: pieces next to each other, letters of any script, control characters. */
export const arbitraryString: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', '')) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

const arbitraryHref: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://example.com/a_(b)_c',
    'https://example.com/?q=a|b&c=<d>',
    'http://example.com/a b',
    'https://example.com/"quoted"',
    'mailto:ana@example.com',
    'https://example.com/\\',
    'HTTPS://EXAMPLE.COM',
  ),
);

const mark = fc.option(fc.constant(true as const), { nil: undefined, freq: 2 });

const arbitraryRun: fc.Arbitrary<TextRun> = fc
  .record({
    text: arbitraryString,
    bold: mark,
    italic: mark,
    strike: mark,
    code: mark,
    link: fc.option(arbitraryHref, { nil: undefined, freq: 2 }),
  })
  .map(
    (run) => Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined)) as unknown as TextRun,
  );

/** Text with marks, canonical. */
export const arbitraryText: fc.Arbitrary<RichText> = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: arbitraryString.map((text) => canonicalText([{ text }])) },
  { weight: 2, arbitrary: fc.array(arbitraryRun, { maxLength: 4 }).map(canonicalText) },
);
