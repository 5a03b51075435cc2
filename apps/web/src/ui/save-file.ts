import { messageOf } from '../api/api-error.ts';
import { requestFile } from '../api/request.ts';
import { toasts } from './toast-store.ts';

/** A browser may begin to read what it saves only after it asked where to. */
const KEPT_MS = 60_000;

/**
 * Has the browser save an export. A browser that downloads by itself says nothing on the page when the server refuses or is
 * away: here the page says it.
 * @param what as the page calls it: "PDF".
 */
export function saveFile(href: string, what: string): void {
  requestFile(href).then(save, (error: unknown) =>
    toasts.show({
      tone: 'error',
      text: `${what} did not export`,
      sub: `The notes are fine. ${messageOf(error)}`,
      action: { label: 'Try again', run: () => saveFile(href, what) },
    }),
  );
}

function save(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
