import type { Logger } from '@duet/sync';
import { destination, pino } from 'pino';
import type { LogLevel } from './config/config.ts';

/** Structured lines for operators, on stderr. What a person at the terminal should read goes to stdout instead. */
export type Log = Logger;

const STDERR = 2;

export function newLog(level: LogLevel): Log {
  return pino({ level, base: null }, destination({ dest: STDERR, sync: true }));
}
