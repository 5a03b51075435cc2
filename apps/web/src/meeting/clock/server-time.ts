/** How far this browser's clock is behind the server's, in milliseconds; 0 until it is known. */
let offset = 0;
let asked: Promise<void> | null = null;

/** Milliseconds since the epoch by the server's clock, so that a shared clock agrees everywhere. */
export function serverNow(): number {
  return Date.now() + offset;
}

/**
 * Compares clocks once, by the Date header of an answer without a body. It has whole seconds, of which half a second is the
 * expected remainder; the request took half its round trip to get there.
 */
export function agreeOnTime(): Promise<void> {
  asked ??= measure().catch(() => {
    asked = null;
  });
  return asked;
}

async function measure(): Promise<void> {
  const sent = Date.now();
  const response = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
  const received = Date.now();
  const said = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(said)) offset = said + 500 - (sent + received) / 2;
}
