/**
 * The page in Typst's language. It gets the laid-out meeting as JSON and never as source, so nothing that a person
 * typed is read as markup. Rows and cards stay whole unless they are too tall for a page.
 */
export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.page))
#let families = json(bytes(sys.inputs.families))

#let strong-ink = rgb("#1D1B18")
#let ink = rgb("#36322D")
#let muted = rgb("#69635B")
#let line-ink = rgb("#E4E0D9")
#let faint = rgb("#EFECE7")
#let accent = rgb("#3A4FD0")
#let tones = (
  good: (ink: rgb("#23703F"), wash: rgb("#EAF5EE")),
  warn: (ink: rgb("#875200"), wash: rgb("#FDF3E0")),
  bad: (ink: rgb("#AD2A22"), wash: rgb("#FDEFED")),
  plain: (ink: muted, wash: rgb("#F0EEEA")),
)
#let sides = (
  product: (ink: rgb("#93398F"), wash: rgb("#FAF1FA"), line: rgb("#E5C6E3")),
  engineering: (ink: rgb("#0B737B"), wash: rgb("#ECF6F7"), line: rgb("#B5DADC")),
  other: (ink: muted, wash: rgb("#F0EEEA"), line: line-ink),
)

#set document(
  title: d.title,
  author: d.authors,
  date: if d.date == none { none } else {
    let (year, month, day) = d.date.split("-").map(int)
    datetime(year: year, month: month, day: day)
  },
)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 18mm, bottom: 20mm),
  footer: context {
    set text(size: 8pt, fill: muted)
    grid(
      columns: (1fr, auto),
      column-gutter: 12pt,
      d.title,
      "Page " + str(counter(page).get().first()) + " of " + str(counter(page).final().first()),
    )
  },
)
#set text(font: families, size: 9.5pt, fill: ink, lang: "en")
#set par(leading: 0.62em, spacing: 0.95em)
#set list(marker: text(fill: rgb("#9B958C"), [•]), indent: 2pt, body-indent: 6pt)
#show heading: set text(fill: strong-ink, weight: 600)
#show heading: set block(above: 0pt, below: 0pt)
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 10.5pt)
#show heading.where(level: 3): set text(size: 10pt)
#show title: set text(size: 22pt, fill: strong-ink, weight: 600)
#show strong: set text(weight: 600)
#show table.cell.where(y: 0): set text(size: 8pt, fill: muted)

// A text that begins in Arabic or Hebrew runs from right to left.
#let from-right = regex("^[^\\p{L}]*[\\p{Arabic}\\p{Hebrew}]")
// Only a word that fits into no column is hyphenated.
#let very-long = regex("\\S{18,}")
#let words(string) = {
  let lines = string.split("\n").join(linebreak())
  if string.contains(very-long) { text(hyphenate: true, lines) } else { lines }
}
#let runs-from-right(runs) = runs.map(run => run.text).join("", default: "").contains(from-right)
#let rich(runs) = {
  let content = for run in runs {
    let body = words(run.text)
    if run.at("code", default: false) { body = highlight(fill: faint, extent: 1pt, radius: 2pt, body) }
    if run.at("strike", default: false) { body = strike(body) }
    if run.at("italic", default: false) { body = emph(body) }
    if run.at("bold", default: false) { body = strong(body) }
    if "link" in run { body = link(run.link, text(fill: accent, underline(body))) }
    body
  }
  if runs-from-right(runs) { text(dir: rtl, content) } else { content }
}
// A paragraph aligns by the direction around it, not by that of its text.
#let directed(runs, body) = if runs-from-right(runs) { set text(dir: rtl); body } else { body }

#let note(string, tone) = text(size: 8pt, fill: tones.at(tone).ink, words(string))
#let chip(string, tone) = box(
  fill: if tone == "good" or tone == "plain" { none } else { tones.at(tone).wash },
  stroke: if tone == "good" or tone == "plain" { 0.5pt + line-ink } else { none },
  radius: 3pt,
  inset: (x: 4pt),
  outset: (y: 2.5pt),
  text(size: 8.5pt, weight: if tone == "warn" or tone == "bad" { 600 } else { 400 }, fill: if tone == "plain" { ink } else { tones.at(tone).ink }, string),
)
#let side-chip(side) = box(
  fill: sides.at(side.side).wash, radius: 2pt, inset: (x: 4pt), outset: (y: 2pt),
  text(size: 7.5pt, weight: 600, fill: sides.at(side.side).ink, side.words),
)
#let checkbox(checked) = box(
  width: 8.5pt, height: 8.5pt, radius: 2pt, baseline: 1pt,
  fill: if checked { accent } else { none },
  stroke: if checked { accent + 0.8pt } else { rgb("#8F8980") + 0.8pt },
  if checked {
    place(curve(
      stroke: (paint: white, thickness: 1.1pt, cap: "round", join: "round"),
      curve.move((2pt, 4.4pt)), curve.line((3.7pt, 6.1pt)), curve.line((6.6pt, 2.6pt)),
    ))
  },
)
#let bars(level) = {
  let lit = (low: 1, medium: 2, high: 3).at(level)
  let colour = (low: muted, medium: rgb("#C27C0E"), high: rgb("#CC3B31")).at(level)
  box(stack(dir: ltr, spacing: 1.2pt, ..range(3).map(index => box(
    height: 7pt, align(bottom, rect(width: 2pt, height: (3pt, 5pt, 7pt).at(index), fill: if index < lit { colour } else { line-ink })),
  ))))
}

#let piece(p) = {
  if p.kind == "text" {
    if p.look == "lead" { text(fill: strong-ink, weight: 600, rich(p.text)) }
    else if p.look == "struck" { text(fill: muted, strike(rich(p.text))) }
    else { rich(p.text) }
  } else if p.kind == "chip" { chip(p.words, p.tone) }
  else if p.kind == "note" { note(p.words, p.tone) }
  else if p.kind == "day" {
    if p.tone == "plain" { p.words } else { text(fill: tones.at(p.tone).ink, weight: 600, p.words) }
  } else if p.kind == "level" {
    let body = { bars(p.level); h(4pt); p.words }
    if p.level == "high" { text(fill: tones.bad.ink, weight: 600, body) } else { body }
  } else if p.kind == "check" { checkbox(p.checked) }
  else { panic("no drawing for " + p.kind) }
}
#let cell(pieces) = stack(dir: ttb, spacing: 5pt, ..pieces.map(piece))

// Where the list of what is open jumps to.
#let jumps = d.open.map(entry => entry.anchor)
#let target(part) = if part.anchor in jumps { [#metadata(none)#label(part.anchor)] }
#let fits(part, most) = repr(part).len() < most

#let parts = (
  section: part => block(above: 20pt, below: 9pt, sticky: true, width: 100%, grid(
    columns: (1fr, auto), align: horizon,
    { heading(level: 1, rich(part.title)); target(part) },
    if part.opener != none { side-chip(part.opener) },
  )),
  prose: part => {
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
    block(
      above: if heads { 13pt } else { 7pt }, below: 7pt, sticky: heads, inset: (left: part.indent * 14pt), width: 100%,
      directed(part.text, shown),
    )
  },
  entry: part => block(above: 9pt, below: 9pt, breakable: not fits(part, 2600), list({
    if part.lead.len() > 0 { text(fill: strong-ink, weight: 600, rich(part.lead)); h(0.35em) }
    rich(part.text)
    target(part)
    for line in part.notes { linebreak(); note(line, "plain") }
  })),
  card: part => block(
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
  ),
  table: part => block(above: 9pt, below: 9pt, width: 100%, table(
    columns: part.columns.map(column => column.width * 1fr),
    inset: (left: 0pt, right: 9pt, y: 6.5pt),
    stroke: (x, y) => (bottom: 0.5pt + if y == 0 { line-ink } else { faint }),
    table.header(repeat: true, ..part.columns.map(column => column.label)),
    ..part.rows.map(row => row.cells.enumerate().map(((index, pieces)) => table.cell(
      breakable: not fits(row, 2400),
      { if index == 0 { target(row) }; cell(pieces) },
    ))).flatten(),
  )),
)

#if d.banner != none {
  block(width: 100%, fill: rgb("#F0EEEA"), radius: 5pt, inset: (x: 10pt, y: 8pt), below: 16pt, text(fill: strong-ink, d.banner))
}
#block(below: 14pt, title())
#block(width: 100%, below: 14pt, inset: (bottom: 12pt), stroke: (bottom: 0.5pt + faint), {
  for entry in d.details {
    box(inset: (right: 22pt, bottom: 6pt), stack(dir: ttb, spacing: 5.5pt, text(size: 8pt, fill: muted, entry.label), text(fill: strong-ink, entry.words)))
  }
})
#if d.open.len() > 0 {
  block(width: 100%, fill: tones.warn.wash, radius: 6pt, inset: (x: 12pt, y: 10pt), {
    heading(level: 2, text(fill: tones.warn.ink, "Still open"))
    v(8pt, weak: true)
    for entry in d.open {
      block(above: 7pt, below: 7pt, {
        link(label(entry.anchor), text(weight: 600, fill: strong-ink, entry.title))
        h(0.4em)
        entry.why
      })
    }
  })
}
#for part in d.parts { parts.at(part.kind)(part) }
`;
