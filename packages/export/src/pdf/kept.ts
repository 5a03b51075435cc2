/** Remembers what came of each argument. A failure is not remembered: the next call tries again. */
export function kept<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const values = new Map<K, Promise<V>>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    values.set(key, value);
    value.catch(() => values.delete(key));
    return value;
  };
}
