import { insertBlocks } from '@duet/document';
import { make, parseIsoDate, plain } from '@duet/domain';
import type { Config } from '../../config/config.ts';
import {
  type Answer,
  type Caller,
  createMeeting,
  liveDoc,
  signIn,
  type TestMeeting,
  type TestServer,
  testServer,
} from '../../testing/harness.ts';
import type { QueueObserver } from '../queue.ts';
import { ManualTimers } from './manual-timers.ts';

/** The meeting of Tuesday, March 18, finalized at 10:46; its next sprint begins on the 24th. */
const FINALIZED_AT = '2025-03-18T10:46:00.000Z';

export interface Scene extends TestServer {
  readonly timers: ManualTimers;
  readonly priya: Caller;
  readonly meeting: TestMeeting;
  /** Resolves with how the next attempt ends, once that is on the disk. */
  attempt(): Promise<Parameters<QueueObserver['attempted']>[1]>;
  /** The channels of the PM team. @returns what facilitators see of them */
  channels(...channels: readonly object[]): Promise<Answer>;
  finalize(followUp?: object): Promise<void>;
  send(audience?: string): Promise<Answer>;
  /** The follow-up of an audience as the page is told of it. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are asserted on, not typed
  item(audience?: string): Promise<any>;
}

interface SceneOptions {
  readonly config?: Partial<Config>;
  readonly affectsSprint?: boolean;
  /** Whether webhooks may lead to this machine. */
  readonly webhookPrivate?: boolean;
  readonly attemptMs?: number;
}

/** A meeting that is ready to be finalized, on a server whose time stands still. */
export async function scene(options: SceneOptions = {}): Promise<Scene> {
  const { config, affectsSprint = true, webhookPrivate = true, attemptMs = 5000 } = options;
  const timers = new ManualTimers(FINALIZED_AT);
  const server = await testServer({
    config: { webhookPrivate, ...config },
    now: () => new Date(timers.now()),
    followUps: { timers, random: () => 1, attemptMs },
  });
  const priya = await signIn(server.url, 'Priya');
  const meeting = await createMeeting(priya, { title: 'Weekly', date: '2025-03-18' });
  const live = await liveDoc(server.url, meeting.id, { key: meeting.keys.participant });
  insertBlocks(live.doc, [
    { type: 'riskTable', rows: [make.riskRow({ id: 'risk', risk: plain('Vendor leaves'), escalatedTo: 'Dana' })] },
    make.upcomingItem({ title: plain('Search'), sprintStart: parseIsoDate('2025-03-24') }),
    make.decision({ text: plain('One way only in v1'), state: 'decided', decidedBy: ['Priya'], affectsSprint }),
    make.actionItem({ action: plain('Call the vendor'), owner: 'wen' }),
  ]);
  await live.saved();
  live.provider.destroy();
  const path = `${meeting.path}/follow-up`;
  return {
    ...server,
    timers,
    priya,
    meeting,
    attempt: () =>
      new Promise((resolve) => server.duet.followUps.observe({ attempted: (_, outcome) => resolve(outcome) })),
    channels: (...channels) => priya.request('PUT', `${path}/channels`, { 'product-team': channels }),
    async finalize(followUp = {}) {
      const { status, body } = await priya.post(`${meeting.path}/finalize`, { followUp });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    send: (audience = 'product-team') => priya.post(`${path}/${audience}/send`),
    async item(audience = 'product-team') {
      const { body } = await priya.get(path);
      return body.items.find((each: { audience: string }) => each.audience === audience);
    },
  };
}
