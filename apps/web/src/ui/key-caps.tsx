import { keyCaps } from '@duet/editor';

/** Keys as they stand on this keyboard. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return keyCaps(keys).map((cap) => (
    <kbd className="kbd" key={cap}>
      {cap}
    </kbd>
  ));
}
