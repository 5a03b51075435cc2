import { type ComponentType, useEffect, useState } from 'react';

/**
 * A component that comes in a chunk of its own, and is on its way from the start. Null until it is here. `lazy` and
 * `Suspense` would show it 300 ms later, also when it has long been here: React lets no fallback go sooner.
 * @param load the same function each time.
 */
export function useLoaded<P>(load: () => Promise<{ readonly default: ComponentType<P> }>): ComponentType<P> | null {
  const [component, setComponent] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    load().then(
      (loaded) => setComponent(() => loaded.default),
      (error: unknown) =>
        setComponent(() => {
          // While drawing, where the page's boundary takes it.
          throw error;
        }),
    );
  }, [load]);
  return component;
}
