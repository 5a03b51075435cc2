import { resolve } from 'node:path';
import { parseAddress } from '@duet/domain';
import { defaultLimits } from '@duet/protocol';
import type { DeliveryLimits } from '../follow-up/delivery-quota.ts';
import { ConfigError } from './config-error.ts';
import { type MailConfig, readMail } from './mail-config.ts';

/**
 * The limits of G21, with those that an address has over HTTP (upgrades, and requests that change something), and
 * those of what is sent after meetings.
 */
type ServerLimits = DeliveryLimits &
  Readonly<Record<keyof typeof defaultLimits | 'upgradesPerSecond' | 'changesPerSecond', number>>;

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** The origin that people use, when it differs from what they ask this process for. No trailing slash. */
  readonly publicOrigin: string | null;
  readonly limits: ServerLimits;
  /** The client's address and scheme are what the proxy in front says. */
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
  /** Null: follow-ups don't go by mail. */
  readonly mail: MailConfig | null;
  /** Webhooks may also lead into this machine and its own network. */
  readonly webhookPrivate: boolean;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What DUET_LIMITS may override. */
const OVERRIDABLE = [
  'frameBytes',
  'documentBytes',
  'nesting',
  'connectionsPerDocument',
  'connectionsPerAddress',
  'upgradesPerSecond',
  'changesPerSecond',
  'updatesPerSecond',
  'bytesPerSecond',
  'awarenessBytes',
  'deliveriesPerHour',
  'deliveriesPerMeetingHour',
] as const satisfies readonly (keyof ServerLimits)[];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; an empty variable counts as unset. @throws ConfigError on the first wrong value. */
export function readConfig(env: Environment): Config {
  return {
    port: readPort(env.PORT || '4000'),
    host: readHost(env.HOST || '127.0.0.1'),
    dataFolder: resolve(env.DUET_DATA || './data'),
    publicOrigin: env.DUET_PUBLIC_URL ? readOrigin(env.DUET_PUBLIC_URL) : null,
    limits: {
      ...defaultLimits,
      upgradesPerSecond: 50,
      // An office is one address, and scripts make meetings by the hundred.
      changesPerSecond: 1_000,
      deliveriesPerHour: 2_000,
      // Three audiences, each with a few channels and a few dozen addresses.
      deliveriesPerMeetingHour: 300,
      ...(env.DUET_LIMITS ? readLimits(env.DUET_LIMITS) : {}),
    },
    trustProxy: oneOf('DUET_TRUST_PROXY', env.DUET_TRUST_PROXY || '0', ['0', '1']) === '1',
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL || 'info', LOG_LEVELS),
    mail: readMail(env),
    webhookPrivate: oneOf('DUET_WEBHOOK_PRIVATE', env.DUET_WEBHOOK_PRIVATE || '0', ['0', '1']) === '1',
  };
}

function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new ConfigError('PORT', value, 'a whole number from 0 to 65535 (0 takes any free port)');
  }
  return port;
}

function readHost(value: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(value)) {
    throw new ConfigError('HOST', value, 'an address or host name to listen on, such as 127.0.0.1, 0.0.0.0 or ::');
  }
  return value;
}

function readOrigin(value: string): string {
  const url = parseAddress(value);
  const plain = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  if (!plain || url.username !== '') {
    throw new ConfigError(
      'DUET_PUBLIC_URL',
      value,
      'an http or https address without a path, like https://duet.example',
    );
  }
  return url.origin;
}

function readLimits(value: string): Partial<ServerLimits> {
  const allowed = `a JSON object with whole numbers above 0 under ${OVERRIDABLE.join(', ')}`;
  const wrong = () => new ConfigError('DUET_LIMITS', value, allowed);
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    throw wrong();
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw wrong();
  const entries = Object.entries(parsed);
  const known = entries.every(([name, limit]) => OVERRIDABLE.some((each) => each === name) && isCount(limit));
  if (!known) throw wrong();
  return Object.fromEntries(entries) as Partial<ServerLimits>;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new ConfigError(name, value, `one of ${allowed.join(', ')}`);
  return found;
}
