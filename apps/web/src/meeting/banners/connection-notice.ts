import { CloseCode } from '@duet/protocol';
import type { ConnectionState } from '../../sync/meeting-connection.ts';

/** What the banner under the top bar says; null when all is well. */
export interface Notice {
  readonly tone: 'neutral' | 'warn' | 'good' | 'bad';
  readonly icon: 'offline' | 'reconnecting' | 'back' | 'stopped' | 'locked';
  readonly title: string;
  readonly text: string;
  readonly offers: readonly ('retry' | 'reload' | 'copy')[];
}

interface Situation {
  readonly connection: ConnectionState;
  /** The browser's own word that there is no network. */
  readonly networkIsDown: boolean;
  /** Things changed in this browser that are not on the server's disk. */
  readonly unsaved: number;
  /** The server's sentence for an edit that it did not take; null when it took all. */
  readonly refusal: string | null;
}

export function connectionNotice({ connection, networkIsDown, unsaved, refusal }: Situation): Notice | null {
  const { phase, ending, lastClose } = connection;
  if (phase === 'ended') {
    if (ending === 'outdated') return OUTDATED;
    return { ...STOPPED, text: `${ending === 'too-large' ? TOO_LARGE : STOPPED.text} ${COPY_FIRST}` };
  }
  if (refusal !== null) {
    return {
      tone: 'bad',
      icon: 'locked',
      title: 'Your last edit was not taken.',
      text: refusal,
      offers: ['copy', 'reload'],
    };
  }
  if (phase !== 'away') return null;
  if (networkIsDown) {
    return {
      tone: 'warn',
      icon: 'offline',
      title: 'You are offline.',
      text: `Keep typing. ${unsaved > 0 ? `${edits(unsaved)} safe on this device.` : 'Edits are kept on this device.'}`,
      offers: ['retry'],
    };
  }
  return { tone: 'neutral', icon: 'reconnecting', ...waiting(lastClose, unsaved), offers: ['retry'] };
}

export function backInSync(merged: number): Notice {
  return {
    tone: 'good',
    icon: 'back',
    title: 'Back in sync.',
    text: merged > 0 ? `${merged === 1 ? '1 edit' : `${merged} edits`} merged.` : 'You see what everybody sees.',
    offers: [],
  };
}

const COPY_FIRST = 'Copy your last edits, then reload.';
const TOO_LARGE = 'The last edit is larger than a meeting can hold.';
const STOPPED: Notice = {
  tone: 'bad',
  icon: 'stopped',
  title: 'This tab stopped syncing.',
  text: 'The server did not accept what it sent.',
  offers: ['copy', 'reload'],
};
const OUTDATED: Notice = {
  tone: 'bad',
  icon: 'stopped',
  title: 'This page is of an older version.',
  text: `You can read on, but not write. ${COPY_FIRST}`,
  offers: ['copy', 'reload'],
};

function waiting(lastClose: number | null, unsaved: number): Pick<Notice, 'title' | 'text'> {
  const merge = unsaved > 0 ? ` ${unsaved === 1 ? '1 edit' : `${unsaved} edits`} will merge when you are back.` : '';
  if (lastClose === CloseCode.restarting)
    return { title: 'The server restarts.', text: `It is back in a moment.${merge}` };
  if (lastClose === CloseCode.tooFast) {
    return { title: 'That was a lot at once.', text: `Syncing goes on in a moment.${merge}` };
  }
  return { title: 'Reconnecting.', text: `You work offline until then.${merge || ' Edits are kept on this device.'}` };
}

const edits = (count: number): string => (count === 1 ? '1 edit is' : `${count} edits are`);
