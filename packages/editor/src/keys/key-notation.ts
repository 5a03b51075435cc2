/**
 * Keys as ProseMirror writes them: "Mod-Shift-f", "Alt-ArrowDown", "?". `Mod` is ⌘ on Apple's machines and Ctrl elsewhere.
 * Two keys one after the other stand with a space between them: "g a".
 */

interface Combination {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** The same question that ProseMirror's own bindings ask. */
const isApple = typeof navigator !== 'undefined' && /Mac|iP(hone|[oa]d)/.test(navigator.platform);

/** Whether this press is the combination. Never while a text is being composed, nor with AltGr, which types characters. */
export function isPressed(event: KeyboardEvent, keys: string): boolean {
  if (event.isComposing || event.getModifierState?.('AltGraph')) return false;
  const { key, mod, alt, shift } = combination(keys);
  if (event.metaKey !== (mod && isApple) || event.ctrlKey !== (mod && !isApple) || event.altKey !== alt) return false;
  // Where a sign such as "?" or "." needs Shift is the keyboard's business.
  const isSign = key.length === 1 && !/[a-z]/.test(key);
  return (isSign || event.shiftKey === shift) && keyOf(event) === key;
}

/** What stands on the keys of this machine: ["⌘", "⇧", "F"], ["Ctrl", "Shift", "F"]. */
export function keyCaps(keys: string): readonly string[] {
  if (keys.includes(' ')) return keys.split(' ').flatMap(keyCaps);
  const { key, mod, alt, shift } = combination(keys);
  const modifiers = [
    mod && (isApple ? '⌘' : 'Ctrl'),
    alt && (isApple ? '⌥' : 'Alt'),
    shift && (isApple ? '⇧' : 'Shift'),
  ];
  return [...modifiers.filter((cap) => cap !== false), CAPS[key] ?? key.toUpperCase()];
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Enter: 'Enter',
  Tab: 'Tab',
  Space: 'Space',
};

function combination(keys: string): Combination {
  const parts = keys.split(/-(?!$)/);
  return {
    key: parts.at(-1) ?? '',
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  };
}

/**
 * The key by its name in the notation. Letters go by what they type, so that they follow the layout; where they type none
 * (⌥T types †, and other scripts have no Latin letters) by the place where a "t" would be.
 */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key) && !(isApple && altKey)) return key.toLowerCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return key === ' ' ? 'Space' : key;
}
