import type { Part, Piece } from '../page/page.ts';

/* In Typst's language, with the functions and colours that the template defines. */

/** How each piece of a cell is drawn, of `p`. A piece without an entry here does not compile. */
export const PIECES: Readonly<Record<Piece['kind'], string>> = {
  text: `
    if p.look == "lead" { text(fill: strong-ink, weight: 600, rich(p.text)) }
    else if p.look == "struck" { text(fill: muted, strike(rich(p.text))) }
    else { rich(p.text) }`,
  chip: 'chip(p.words, p.tone)',
  note: 'note(p.words, p.tone)',
  day: 'if p.tone == "plain" { p.words } else { text(fill: tones.at(p.tone).ink, weight: 600, p.words) }',
  level: `
    let body = { bars(p.level); h(4pt); p.words }
    if p.level == "high" { text(fill: tones.bad.ink, weight: 600, body) } else { body }`,
  check: 'checkbox(p.checked)',
};

/** How each part of the page is drawn. A part without an entry here does not compile. */
export const PARTS: Readonly<Record<Part['kind'], string>> = {
  section: `part => block(above: 20pt, below: 9pt, sticky: true, width: 100%, grid(
    columns: (1fr, auto), align: horizon,
    { heading(level: 1, rich(part.title)); target(part) },
    if part.opener != none { side-chip(part.opener) },
  ))`,
  prose: `part => {
    let body = { rich(part.text); target(part) }
    let shown = if part.style == "heading" {
      heading(level: part.level + 1, body)
    } else if part.style == "bullet" { list(body) }
    else if part.style == "ordered" { enum(start: part.number, indent: 2pt, body) }
    else if part.style == "quote" {
      block(inset: (left: 8pt, y: 2pt), stroke: (left: 1.5pt + line-ink), text(fill: muted, body))
    } else if part.style == "check" {
      grid(columns: (14pt, 1fr), checkbox(part.checked), { body; if part.side != none { h(4pt); side-chip(part.side) } })
    } else { par(body) }
    let heads = part.style == "heading"
    // Lines of a paragraph are as far apart as items of a list: between paragraphs it has to be more.
    let gap = if part.style == "paragraph" { 10pt } else { 7pt }
    block(
      above: if heads { 13pt } else { gap }, below: gap, sticky: heads, inset: (left: part.indent * 14pt), width: 100%,
      directed(part.text, shown),
    )
  }`,
  entry: `part => block(above: 9pt, below: 9pt, breakable: not fits(part, 2600), list({
    if part.lead.len() > 0 { text(fill: strong-ink, weight: 600, rich(part.lead)); h(0.35em) }
    rich(part.text)
    target(part)
    for line in part.notes { linebreak(); note(line, "plain") }
  }))`,
  card: `part => block(
    width: 100%, above: 9pt, below: 9pt, radius: 6pt, inset: (x: 11pt, y: 10pt),
    breakable: not fits(part, 3000),
    stroke: if part.unsettled { (paint: rgb("#EBCF9C"), thickness: 0.8pt, dash: "dashed") } else { 0.6pt + line-ink },
    {
      target(part)
      grid(
        columns: (1fr, auto), column-gutter: 10pt,
        {
          heading(level: 2, if part.title.len() == 0 { "Untitled" } else { rich(part.title) })
          if part.aside != none { v(5pt, weak: true); note(part.aside, "plain") }
        },
        chip(part.chip.words, part.chip.tone),
      )
      if part.voices.len() > 0 {
        v(8pt, weak: true)
        grid(columns: part.voices.map(_ => 1fr), column-gutter: 14pt, ..part.voices.map(voice => block(
          inset: (left: 8pt, y: 1pt), stroke: (left: 1.2pt + sides.at(voice.side).line),
          {
            text(size: 8pt, weight: 600, fill: sides.at(voice.side).ink, voice.label)
            v(5pt, weak: true)
            if voice.text.len() == 0 { note("Nothing yet", "plain") } else { rich(voice.text) }
          },
        )))
      }
      if part.fields.len() > 0 {
        v(8pt, weak: true)
        grid(
          columns: (64pt, 1fr), row-gutter: 6.5pt,
          ..part.fields.map(field => (text(size: 8.5pt, fill: muted, field.label), cell(field.cell))).flatten(),
        )
      }
    },
  )`,
  table: `part => block(above: 9pt, below: 9pt, width: 100%, table(
    columns: part.columns.map(column => column.width * 1fr),
    inset: (left: 0pt, right: 9pt, y: 6.5pt),
    stroke: (x, y) => (bottom: 0.5pt + if y == 0 { line-ink } else { faint }),
    table.header(repeat: true, ..part.columns.map(column => column.label)),
    ..part.rows.map(row => row.cells.enumerate().map(((index, pieces)) => table.cell(
      breakable: not fits(row, 2400),
      { if index == 0 { target(row) }; cell(pieces) },
    ))).flatten(),
  ))`,
};
