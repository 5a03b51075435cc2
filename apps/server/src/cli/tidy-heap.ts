import { setFlagsFromString } from 'node:v8';

/** Beyond this share of what is alive, V8 looks for garbage. Its own default is three times what is alive. */
const GARBAGE_PERCENT = 50;

/**
 * A server that shares its machine should not sit on garbage: whoever pastes or imports much would otherwise leave it
 * with a heap four times what it needs. V8 reads this setting anew after each collection, so it may be set while running.
 * The size of the young generation may not: `npm start` gives it to Node (`--max-semi-space-size`, in MiB). It also
 * bounds what frames that were handled leave behind, since V8 frees their bytes when it collects that generation (G22).
 */
export function tidyHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
}
