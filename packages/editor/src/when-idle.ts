/**
 * Calls back once what waits to be drawn is drawn, at the latest after `timeout` milliseconds. It asks for no frame of its
 * own: in a long meeting one costs more than what is to be done.
 * @returns the way to call it off.
 */
export function whenIdle(callback: () => void, timeout?: number): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(callback, timeout === undefined ? {} : { timeout });
  return () => cancelIdleCallback(request);
}
