export type Theme = 'system' | 'light' | 'dark';

const ENTRY = 'duet:theme';

export function pinnedTheme(): Theme {
  const pinned = document.documentElement.dataset.theme;
  return pinned === 'light' || pinned === 'dark' ? pinned : 'system';
}

/** Pins the theme for this browser, or follows the system again. index.html applies it before the first paint. */
export function pinTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(ENTRY);
    else localStorage.setItem(ENTRY, theme);
  } catch {
    // Storage is closed: the pin lasts as long as this page.
  }
}
