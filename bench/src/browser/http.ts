/** @returns the cookie of somebody with a name. */
export async function sessionCookie(origin: string, name: string): Promise<string> {
  const session = await post(`${origin}/api/session`, { name, side: 'product' });
  return session.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** @throws Error with the server's answer when it refuses. */
export async function post(url: string, body: object, cookie = ''): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin, cookie },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response;
}
