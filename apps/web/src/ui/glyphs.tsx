/** The 14 px state glyphs: shape says the state, colour repeats it. */
export function DotGlyph() {
  return (
    <svg className="glyph" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="2" fill="currentColor" />
    </svg>
  );
}

export function TickGlyph() {
  return (
    <svg className="glyph" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M3.2 7.3 5.8 10l5-5.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function RunningGlyph() {
  return (
    <svg className="glyph" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" opacity=".3" />
      <path
        d="M7 1.25a5.75 5.75 0 0 1 3.6 10.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="7" cy="7" r="2.25" fill="currentColor" />
    </svg>
  );
}

export function DoneGlyph() {
  return (
    <svg className="glyph glyph--good" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path
        d="M4.3 7.2 6.2 9l3.5-3.8"
        fill="none"
        stroke="var(--bg-surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function PendingGlyph() {
  return (
    <svg className="glyph glyph--warn" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.81" />
    </svg>
  );
}
