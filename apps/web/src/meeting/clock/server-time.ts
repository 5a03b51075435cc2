/** How far this browser's clock is behind the server's, in milliseconds; 0 until it is known. */
let offset = 0;
let asked: Promise<void> | null = null;

/** Milliseconds since the epoch by the server's clock, so that a shared clock agrees everywhere. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** Compares clocks once, by the Date header of an answer without a body. */
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
  if (!Number.isNaN(said)) offset = clockOffset(said, sent, received);
}

/**
 * What is to be added to this browser's clock, in milliseconds. The header says the second that the server was in at some
 * moment between `sent` and `received`. A clock that may be right is taken for right: two good ones, each moved by the
 * middle of what it could be wrong by, would be up to a second apart. One that is surely wrong is moved by that middle.
 */
export function clockOffset(said: number, sent: number, received: number): number {
  const least = said - received;
  const most = said + 999 - sent;
  return least <= 0 && most >= 0 ? 0 : (least + most) / 2;
}
