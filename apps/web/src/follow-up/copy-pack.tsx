import type { Audience } from '@duet/domain';
import { Copy } from 'lucide-react';
import { fetchPack, type PackFormat } from '../api/follow-up.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { toasts } from '../ui/toast-store.ts';
import { TITLES } from './follow-up-words.ts';

interface CopyPackProps {
  readonly meetingId: string;
  readonly audience: Audience;
  readonly onMarkSent: () => void;
}

const WAYS = [
  { way: 'Slack', types: { 'text/plain': 'txt' } },
  { way: 'email', types: { 'text/html': 'html', 'text/plain': 'md' } },
  { way: 'Markdown', types: { 'text/plain': 'md' } },
] as const satisfies readonly { way: string; types: Readonly<Record<string, PackFormat>> }[];

/** Takes what an audience is sent to wherever somebody writes to them. Nothing needs to be set up for it. */
export function CopyPack({ meetingId, audience, onMarkSent }: CopyPackProps) {
  const copy = (chosen: (typeof WAYS)[number]): void => {
    write(meetingId, audience, chosen.types).then(
      () =>
        toasts.show({
          tone: 'done',
          text: labelOf(chosen.way).replace('Copy', 'Copied'),
          sub: TITLES[audience],
          action: { label: 'Mark as sent', run: onMarkSent },
        }),
      () => toasts.show({ tone: 'error', text: 'Nothing was copied', sub: 'The browser did not allow it. Try again.' }),
    );
  };
  return (
    <Menu
      className="btn btn--sm btn--ghost"
      align="start"
      button={
        <>
          <Copy className="icon icon--14" />
          Copy
        </>
      }
    >
      {WAYS.map((each) => (
        <MenuItem key={each.way} onSelect={() => copy(each)}>
          {labelOf(each.way)}
        </MenuItem>
      ))}
    </Menu>
  );
}

const labelOf = (way: string): string => (way === 'Markdown' ? 'Copy as Markdown' : `Copy for ${way}`);

/** The clipboard is asked at once, while the click counts, and given the texts when they have come. */
async function write(
  meetingId: string,
  audience: Audience,
  types: Readonly<Record<string, PackFormat>>,
): Promise<void> {
  const blobs = Object.entries(types).map(([type, format]) => [
    type,
    fetchPack(meetingId, audience, format).then((text) => new Blob([text], { type })),
  ]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}
