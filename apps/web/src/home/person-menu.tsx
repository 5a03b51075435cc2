import { UserPen } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../app/session-context.tsx';
import { WhoDialog } from '../people/who-dialog.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Menu, MenuItem, MenuRule } from '../ui/menu.tsx';
import { ThemeChoice } from '../ui/theme-choice.tsx';

/** Who is at this browser, with what they can change about it. */
export function PersonMenu({ small = false }: { readonly small?: boolean }) {
  const { person } = useSession();
  const [editing, setEditing] = useState(false);
  if (!person) return null;
  return (
    <>
      <Menu
        align="start"
        className={small ? 'btn btn--ghost btn--icon' : 'nav__item nav__item--button nav__person'}
        {...(small && { label: person.name })}
        button={
          <>
            <Avatar person={{ ...person, role: 'facilitator' }} />
            {!small && <span className="nav__title">{person.name}</span>}
          </>
        }
      >
        <MenuItem onSelect={() => setEditing(true)}>
          <UserPen className="icon" />
          Change name or side
        </MenuItem>
        <MenuRule />
        <ThemeChoice />
      </Menu>
      {editing && (
        <WhoDialog
          title="Who you are"
          lead="Shown beside what you write, in every meeting you open."
          verb="Save"
          onKnown={() => setEditing(false)}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
