import { KeyCaps } from '../../ui/key-caps.tsx';
import type { Command } from './command-list.tsx';

interface CommandRowProps {
  readonly id: string;
  readonly command: Command;
  /** The group begins here. */
  readonly heading: boolean;
  readonly selected: boolean;
  readonly onChoose: () => void;
}

export function CommandRow({ id, command, heading, selected, onChoose }: CommandRowProps) {
  const { words, end, group, icon, keys } = command;
  return (
    <>
      {heading && (
        <div className="pop__label" role="presentation">
          {group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and points here. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys. */}
      <div
        id={id}
        ref={selected ? keepInView : undefined}
        className={`opt${selected ? ' is-selected' : ''}`}
        role="option"
        aria-selected={selected}
        onClick={onChoose}
      >
        {icon}
        <span className="commands__words">{words}</span>
        {(keys !== undefined || end) && (
          <span className="opt__end">{keys === undefined ? end : <KeyCaps keys={keys} />}</span>
        )}
      </div>
    </>
  );
}

function keepInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
