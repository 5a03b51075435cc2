const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The names of modifier keys on this machine. */
export const KEY_NAMES = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', shift: isMac ? '⇧' : 'Shift' } as const;
