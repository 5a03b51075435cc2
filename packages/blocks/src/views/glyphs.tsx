import type { Progress } from '@duet/domain';

const RING = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
const LINE = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** How far something is: a dashed ring, a half disc, a disc with a tick. The colour comes from around it. */
export function ProgressGlyph({ progress }: { readonly progress: Progress }) {
  return (
    <svg className="glyph" viewBox="0 0 14 14" aria-hidden="true">
      {progress === 'shipped' ? (
        <>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path d="M4.3 7.2 6.2 9l3.5-3.8" stroke="var(--bg-surface)" strokeWidth="1.5" {...LINE} />
        </>
      ) : (
        <circle
          cx="7"
          cy="7"
          r="5.75"
          {...RING}
          strokeDasharray={progress === 'not-started' ? '2.2 1.81' : undefined}
        />
      )}
      {progress === 'in-progress' && <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />}
    </svg>
  );
}

export function TickGlyph() {
  return (
    <svg className="glyph" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M3.2 7.3 5.8 10l5-5.8" stroke="currentColor" strokeWidth="1.6" {...LINE} />
    </svg>
  );
}

/** Of a decision: a disc with a tick when it is settled, a dashed ring while it is not. */
export function DecisionGlyph({ settled }: { readonly settled: boolean }) {
  return (
    <svg className="glyph" viewBox="0 0 20 20" aria-hidden="true">
      {settled ? (
        <>
          <circle cx="10" cy="10" r="9" fill="currentColor" />
          <path d="m6.2 10.3 2.6 2.5 5-5.4" stroke="var(--bg-surface)" strokeWidth="1.9" {...LINE} />
        </>
      ) : (
        <circle
          cx="10"
          cy="10"
          r="8.1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeDasharray="3.1 1.99"
        />
      )}
    </svg>
  );
}
