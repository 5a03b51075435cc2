declare global {
  /** The first questions of a meeting's page, by path: index.html asks them before any script of the page is here. */
  var earlyAnswers: Record<string, Promise<Response>> | undefined;
}

/**
 * The answer to a question that index.html asked already; null where it did not, or where no answer came. Each is given
 * once: whoever asks again wants to know it anew.
 */
export async function askedEarly(path: string): Promise<Response | null> {
  const answer = globalThis.earlyAnswers?.[path];
  delete globalThis.earlyAnswers?.[path];
  return (await answer?.catch(() => null)) ?? null;
}
