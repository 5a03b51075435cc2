import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface Option {
  readonly key: string;
  /** What is matched while somebody types, and what is read out. */
  readonly words: string;
  readonly icon?: ReactNode;
  readonly content?: ReactNode;
  readonly end?: ReactNode;
  readonly chosen?: boolean;
  /** Chooses it while nothing has been typed yet. */
  readonly digit?: number;
  /** Offered only once something was typed that matches it. */
  readonly onlyTyped?: boolean;
  /** Draws a rule above. */
  readonly ruled?: boolean;
}

interface OptionListProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** What to offer for a text that matches none. */
  readonly typed?: (query: string) => Option | null;
  readonly onChoose: (key: string) => void;
}

/**
 * A list to choose from: arrows, Enter, digits, and typing to filter. The caret is in a field that looks like the
 * list's heading until somebody types.
 */
export function OptionList({ label, options, typed, onChoose }: OptionListProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const offered = offeredFor(query, options, typed);
  // By its key: the list is made anew while it is open, when others come in or are named. Null for the first.
  const [active, setActive] = useState(() => offered.find((option) => option.chosen)?.key ?? null);
  const at = Math.max(
    0,
    offered.findIndex(({ key }) => key === active),
  );
  const current = offered[at];

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const byDigit =
      query === '' ? offered.find(({ digit }) => digit !== undefined && String(digit) === event.key) : undefined;
    if (step !== undefined) setActive(offered[(at + step + offered.length) % offered.length]?.key ?? null);
    else if (event.key === 'Enter' && current) onChoose(current.key);
    else if (byDigit) onChoose(byDigit.key);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="pop__query"
        placeholder={label}
        aria-label={label}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.key}`}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={label}>
        {offered.map((option) => (
          <OptionRow
            key={option.key}
            id={`${listId}-${option.key}`}
            option={option}
            selected={option === current}
            onChoose={() => onChoose(option.key)}
          />
        ))}
        {offered.length === 0 && <p className="pop__label">Nothing matches.</p>}
      </div>
    </>
  );
}

function offeredFor(query: string, options: readonly Option[], typed: OptionListProps['typed']): readonly Option[] {
  const wanted = query.trim().replace(/^@/, '').toLowerCase();
  if (wanted === '') return options.filter((option) => !option.onlyTyped);
  const matching = options.filter(({ words }) =>
    words
      .toLowerCase()
      .split(/[\s@]+/)
      .some((word, index, all) => word.startsWith(wanted) || all.slice(index).join(' ').startsWith(wanted)),
  );
  const own = typed?.(query.trim());
  return own ? [...matching, own] : matching;
}

interface OptionRowProps {
  readonly id: string;
  readonly option: Option;
  readonly selected: boolean;
  readonly onChoose: () => void;
}

function OptionRow({ id, option, selected, onChoose }: OptionRowProps) {
  const end = option.chosen ? (
    <Check className="icon icon--14" aria-hidden="true" />
  ) : (
    (option.end ?? digitKey(option.digit))
  );
  return (
    <>
      {option.ruled && <div className="pop__rule" />}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and points here. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys. */}
      <div
        id={id}
        className={`opt${selected ? ' is-selected' : ''}`}
        role="option"
        aria-selected={selected}
        onClick={onChoose}
      >
        {option.icon}
        <span>{option.content ?? option.words}</span>
        {end !== null && <span className="opt__end">{end}</span>}
      </div>
    </>
  );
}

function digitKey(digit: number | undefined): ReactNode {
  return digit === undefined ? null : <span className="kbd">{digit}</span>;
}
