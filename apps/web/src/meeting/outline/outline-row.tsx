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
  const link = (
    <a
      className={`outline__item${isDone && !isRunning ? ' is-done' : ''}${isInView ? ' is-here' : ''}`}
      href={`#${entry.id}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(entry.id);
      }}
      {...(isRunning ? { 'aria-current': 'step' as const } : isInView && { 'aria-current': 'location' as const })}
    >
      {isRunning ? <RunningGlyph /> : isDone ? <TickGlyph /> : <DotGlyph />}
      <span className="outline__title">{entry.title}</span>
      {entry.opener === null ? <span /> : <Opener voice={entry.opener} bare />}
      <span className="time">{entry.minutes === null ? '' : `${entry.minutes}m`}</span>
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
