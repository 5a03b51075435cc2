import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { type Command, commandList } from './command-list.tsx';
import { CommandRow } from './command-row.tsx';
import { searchCommands } from './command-search.ts';
import type { MeetingPage } from './meeting-actions.ts';
import type { PageActions } from './page-actions.ts';
import { useSeriesMeetings } from './use-series-meetings.ts';

interface CommandMenuProps {
  readonly page: MeetingPage;
  readonly actions: PageActions;
  readonly onClose: () => void;
}

/**
 * Everything that can be done or gone to, by its name: a field with a list under it (the combobox pattern of ARIA). What was
 * chosen runs when the menu is gone; without a choice the focus and the caret are where they were.
 */
export default function CommandMenu({ page, actions, onClose }: CommandMenuProps) {
  const listId = useId();
  const [, navigate] = useLocation();
  const others = useSeriesMeetings(page.metadata);
  const [query, setQuery] = useState('');
  /** By its id: the notes and the room change while the menu is open. Null for the first. */
  const [active, setActive] = useState<string | null>(null);
  const chosen = useRef<Command | null>(null);
  const commands = useMemo(
    () => commandList({ page, actions, others: others ?? [], onOpen: (id) => navigate(`/m/${id}`) }),
    [page, actions, others, navigate],
  );
  const found = useMemo(() => searchCommands(commands, query), [commands, query]);
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === active),
  );
  const current = found[at];

  useFocusReturn();
  // In the turn in which the menu goes, and with the focus back: so that no letter falls between.
  useLayoutEffect(() => () => queueMicrotask(() => chosen.current?.run()), []);
  const close = (command: Command | null): void => {
    chosen.current = command;
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (next !== undefined) setActive(found[wrapped(next, at, found.length)]?.id ?? null);
    else if (event.key === 'Enter' && current) close(current);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim scrim--commands">
          <Dialog.Content
            className="commands"
            aria-describedby={undefined}
            onCloseAutoFocus={(event) => event.preventDefault()}
          >
            <Dialog.Title className="sr">Find or do anything</Dialog.Title>
            <input
              className="commands__query"
              placeholder="Find or do anything"
              aria-label="Find or do anything"
              role="combobox"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls={listId}
              aria-activedescendant={current && optionId(listId, current)}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(null);
              }}
              onKeyDown={onKeyDown}
            />
            <div className="commands__list" role="listbox" id={listId} aria-label="Commands and places">
              {found.map((command, index) => (
                <CommandRow
                  key={command.id}
                  id={optionId(listId, command)}
                  command={command}
                  heading={command.group !== found[index - 1]?.group}
                  selected={command === current}
                  onChoose={() => close(command)}
                />
              ))}
            </div>
            <p className="commands__none" role="status">
              {found.length === 0 && 'Nothing here has that name.'}
            </p>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const optionId = (listId: string, { id }: Command): string => `${listId}-${id.replaceAll(/\s/g, '-')}`;

/** A step past an end comes in at the other one; a page stops there. */
function wrapped(next: number, from: number, count: number): number {
  if (Math.abs(next - from) > 1) return Math.min(count - 1, Math.max(0, next));
  return count === 0 ? 0 : (next + count) % count;
}
