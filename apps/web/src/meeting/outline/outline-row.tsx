import type { ReactNode } from 'react';
import { DotGlyph, RunningGlyph, TickGlyph } from '../../ui/glyphs.tsx';
import { Opener } from '../../ui/opener.tsx';
import type { OutlineEntry } from './outline-model.ts';

interface OutlineRowProps {
  readonly entry: OutlineEntry;
  /** It stands at the top of this page. */
  readonly isInView: boolean;
  /** The meeting is at it, by the shared clock. */
  readonly isRunning: boolean;
  readonly isDone: boolean;
  readonly meter: ReactNode;
  readonly onGo: (id: string) => void;
}

export function OutlineRow({ entry, isInView, isRunning, isDone, meter, onGo }: OutlineRowProps) {
  const isSettled = isDone || (entry.ready !== null && entry.ready.done === entry.ready.total);
  const link = (
    <a
      className={`outline__item${isSettled && !isRunning ? ' is-done' : ''}${isInView ? ' is-here' : ''}`}
      href={`#${entry.id}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(entry.id);
      }}
      {...(isRunning ? { 'aria-current': 'step' as const } : isInView && { 'aria-current': 'location' as const })}
    >
      {isRunning ? <RunningGlyph /> : isSettled ? <TickGlyph /> : <DotGlyph />}
      <span className="outline__title">{entry.title}</span>
      {entry.opener === null ? <span /> : <Opener voice={entry.opener} bare />}
      <span className="time">
        <End entry={entry} />
      </span>
    </a>
  );
  if (!isRunning) return link;
  return (
    <div className="outline__now">
      {link}
      {meter}
    </div>
  );
}

/** How much of the meeting it takes, how far its preparation is, or how soon after it it is due. */
function End({ entry: { minutes, ready, withinHours } }: { readonly entry: OutlineEntry }) {
  if (ready !== null) {
    return (
      <>
        {ready.done}/{ready.total}
        <span className="sr"> ready</span>
      </>
    );
  }
  if (minutes !== null) return `${minutes}m`;
  return withinHours === null ? null : `${withinHours}h`;
}
