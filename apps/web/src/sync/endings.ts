import { CloseCode } from '@duet/protocol';

/** Ends that coming back by itself would not change. */
export type Ending = 'signed-out' | 'not-allowed' | 'not-found' | 'outdated' | 'too-large' | 'refused';

/** 4400 to 4499 are deliberate, but "too fast" passes; everything else is the network's or a restart's. */
export function isTransient(code: number): boolean {
  return code === CloseCode.tooFast || code < 4400 || code > 4499;
}

export function endingOf(code: number): Ending {
  switch (code) {
    case CloseCode.notSignedIn:
      return 'signed-out';
    case CloseCode.notAllowed:
      return 'not-allowed';
    case CloseCode.notFound:
      return 'not-found';
    case CloseCode.reloadNeeded:
      return 'outdated';
    case CloseCode.tooLarge:
      return 'too-large';
    default:
      return 'refused';
  }
}
