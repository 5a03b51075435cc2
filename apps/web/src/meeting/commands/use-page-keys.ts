import { isPressed } from '@duet/editor';
import { useEffect, useRef } from 'react';
import { PAGE_ACTION_IDS, PAGE_ACTIONS, type PageAction, type PageActions } from './page-actions.ts';

/** How long the second key of two may take. */
const CHORD_MS = 1200;

interface Begun {
  readonly key: string;
  readonly at: number;
}

/** Runs the actions of the page at their keys: from within the text too, except those that are letters and signs there. */
export function usePageKeys(actions: PageActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    let begun: Begun | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isModifier(event) || isElsewhere(event)) return;
      const first = begun !== null && event.timeStamp - begun.at < CHORD_MS ? begun.key : null;
      begun = null;
      const action = actionFor(event, first, latest.current);
      if (action !== null) {
        event.preventDefault();
        action.run();
      } else if (first === null && beginsChord(event)) begun = { key: event.key, at: event.timeStamp };
    };
    // Before the editor, which gives Alt+arrows to the caret.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function actionFor(event: KeyboardEvent, first: string | null, actions: PageActions): PageAction | null {
  const id = PAGE_ACTION_IDS.find((each) => PAGE_ACTIONS[each].keys.some((keys) => isMeant(event, first, keys)));
  return (id && actions[id]) ?? null;
}

function isMeant(event: KeyboardEvent, first: string | null, keys: string): boolean {
  const typed = keys.length === 1 || keys.includes(' ');
  if (typed && isTyping(event)) return false;
  const [one = '', two] = keys.split(' ');
  return two === undefined ? isPressed(event, one) : one === first && isPressed(event, two);
}

function beginsChord(event: KeyboardEvent): boolean {
  const starts = (keys: string): boolean => keys.includes(' ') && isPressed(event, keys.split(' ')[0] ?? '');
  return !isTyping(event) && PAGE_ACTION_IDS.some((id) => PAGE_ACTIONS[id].keys.some(starts));
}

const isModifier = ({ key }: KeyboardEvent): boolean => ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);

/** What lies over the page has its own keys, and a list of choices opens with Alt and an arrow. */
function isElsewhere({ target, altKey }: KeyboardEvent): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true;
  return target instanceof Element && target.closest(altKey ? '[role="menu"], select' : '[role="menu"]') !== null;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}
