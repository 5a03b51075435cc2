import { describe, expect, test } from 'vitest';
import type { ConnectionState } from '../../sync/meeting-connection.ts';
import { connectionNotice } from './connection-notice.ts';

const live: ConnectionState = { phase: 'live', ending: null, lastClose: null };
const away: ConnectionState = { phase: 'away', ending: null, lastClose: null };
const calm = { connection: live, networkIsDown: false, unsaved: 0, refusal: null };

describe('[M28] the banner says what is safe and what to do', () => {
  test('nothing while all is well', () => {
    expect(connectionNotice(calm)).toBeNull();
  });

  test('offline: edits are counted and kept here', () => {
    const notice = connectionNotice({ ...calm, connection: away, networkIsDown: true, unsaved: 6 });
    expect(notice).toMatchObject({ tone: 'warn', text: 'Keep typing. 6 edits are safe on this device.' });
  });

  test('reconnecting: edits will merge', () => {
    const notice = connectionNotice({ ...calm, connection: away, unsaved: 1 });
    expect(notice).toMatchObject({
      tone: 'neutral',
      text: 'You work offline until then. 1 edit will merge when you are back.',
    });
  });

  test('[G11] a restart is named', () => {
    const notice = connectionNotice({ ...calm, connection: { ...away, lastClose: 1012 } });
    expect(notice?.title).toBe('The server restarts.');
  });

  test('[G13] an outdated page offers to copy and to reload', () => {
    const notice = connectionNotice({ ...calm, connection: { phase: 'ended', ending: 'outdated', lastClose: 4426 } });
    expect(notice?.offers).toEqual(['copy', 'reload']);
  });

  test('[G16] a refused edit shows the sentence of the server', () => {
    expect(connectionNotice({ ...calm, refusal: 'This meeting is final.' })?.text).toBe('This meeting is final.');
  });
});
