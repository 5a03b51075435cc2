export const SESSION_COOKIE = 'duet_session';

const SESSION_DAYS = 180;
export const SESSION_SECONDS = SESSION_DAYS * 86_400;

/** The value of one cookie of a Cookie header. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return null;
}

/** `secure`: the page is reached by https. */
export function sessionCookie(token: string, secure: boolean): string {
  const flags = `Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${SESSION_COOKIE}=${token}; ${flags}`;
}
