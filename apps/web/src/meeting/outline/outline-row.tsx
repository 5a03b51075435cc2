import type { ReactNode } from 'react';
import { DotGlyph, RunningGlyph, TickGlyph } from '../../ui/glyphs.tsx';
import { Opener } from '../../ui/opener.tsx';
import type { OutlineEntry } from './outline-model.ts';

interface OutlineRowProps {
  readonly entry: OutlineEntry;
  readonly isCurrent: boolean;
  readonly isDone: boolean;
  readonly meter: ReactNode;
  readonly onGo: (id: string) => void;
}

export function OutlineRow({ entry, isCurrent, isDone, meter, onGo }: OutlineRowProps) {
  const link = (
    <a
      className={`outline__item${isDone && !isCurrent ? ' is-done' : ''}`}
      href={`#${entry.id}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(entry.id);
      }}
      {...(isCurrent && { 'aria-current': 'step' as const })}
    >
      {isCurrent ? <RunningGlyph /> : isDone ? <TickGlyph /> : <DotGlyph />}
      <span className="outline__title">{entry.title}</span>
      {entry.opener === null ? <span /> : <Opener voice={entry.opener} bare />}
      <span className="time">{entry.minutes === null ? '' : `${entry.minutes}m`}</span>
    </a>
  );
  if (!isCurrent) return link;
  return (
    <div className={`outline__now${meter === undefined ? ' outline__now--plain' : ''}`}>
      {link}
      {meter}
    </div>
  );
}
