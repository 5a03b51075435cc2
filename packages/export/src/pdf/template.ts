import { PARTS, PIECES } from './drawings.ts';

/** A dictionary of functions of one parameter, in Typst's language. */
function functions(bodies: Readonly<Record<string, string>>): string {
  return Object.entries(bodies)
    .map(([name, body]) => `  ${name}: ${body},\n`)
    .join('');
}

const inBraces = ([name, body]: readonly [string, string]): readonly [string, string] => [name, `p => { ${body} }`];

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

#let pieces = (
${functions(Object.fromEntries(Object.entries(PIECES).map(inBraces)))})
#let piece(p) = pieces.at(p.kind)(p)
#let cell(pieces) = stack(dir: ttb, spacing: 5pt, ..pieces.map(piece))

// Where the list of what is open jumps to.
#let jumps = d.open.map(entry => entry.anchor)
#let target(part) = if part.anchor in jumps { [#metadata(none)#label(part.anchor)] }
#let fits(part, most) = repr(part).len() < most

#let parts = (
${functions(PARTS)})

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
