import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { MenuGroup, MenuRadio } from './menu.tsx';
import { pinnedTheme, pinTheme, type Theme } from './theme.ts';

const THEMES = [
  { theme: 'system', label: 'Follow the system', Icon: Monitor },
  { theme: 'light', label: 'Light', Icon: Sun },
  { theme: 'dark', label: 'Dark', Icon: Moon },
] as const;

/** Part of a menu. */
export function ThemeChoice() {
  const [chosen, setChosen] = useState<Theme>(pinnedTheme);
  const choose = (theme: Theme): void => {
    pinTheme(theme);
    setChosen(theme);
  };
  return (
    <MenuGroup label="Colours">
      {THEMES.map(({ theme, label, Icon }) => (
        <MenuRadio key={theme} checked={theme === chosen} onSelect={() => choose(theme)}>
          <Icon className="icon" />
          {label}
        </MenuRadio>
      ))}
    </MenuGroup>
  );
}
