import { useEffect, useState } from 'react';
import { keyInAddress, stripKeyFromAddress } from '../share/link-keys.ts';

/** The invite key that this page was opened with, or that was pasted into the address since. */
export function useLinkKey(): string | null {
  const [key, setKey] = useState(keyInAddress);
  useEffect(() => {
    const take = (): void => {
      const found = keyInAddress();
      if (found !== null) setKey(found);
      stripKeyFromAddress();
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return key;
}
