import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A document of a running server, as a socket reaches it. */
export interface Room {
  readonly url: string;
  /** Frames to send right after the socket opened. */
  readonly hello: readonly Uint8Array[];
  /** Puts a y-websocket frame into the server's own envelope. */
  readonly wrap: (frame: Uint8Array) => Uint8Array;
}

/** A server that is measured. */
export interface Peer {
  readonly name: string;
  /** Whether it keeps documents on a disk; the relay does not. */
  readonly durable: boolean;
  readonly command: readonly string[];
  environment(data: string, port: number): Readonly<Record<string, string>>;
  /** Makes a document and says how to reach it. */
  open(port: number, name: string): Promise<Room>;
}

/** One server process. Its figures are those of the operating system (Linux). */
export class RunningPeer {
  readonly peer: Peer;
  readonly data: string;
  readonly port: number;
  #child: ChildProcess | null = null;

  private constructor(peer: Peer, data: string, port: number) {
    this.peer = peer;
    this.data = data;
    this.port = port;
  }

  static async start(peer: Peer): Promise<RunningPeer> {
    const running = new RunningPeer(peer, await mkdtemp(join(tmpdir(), 'duet-bench-')), await freePort());
    await running.start();
    return running;
  }

  /** With two cores or more the server has the first one to itself, so that load and server don't disturb each other. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const { command, environment } = this.peer;
    const pin = availableParallelism() > 1 && process.platform === 'linux' ? ['taskset', '-c', '0'] : [];
    const [program, ...args] = [...pin, process.execPath, ...command];
    this.#child = spawn(program ?? process.execPath, args, {
      env: { ...process.env, ...environment(this.data, this.port), ...more },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await reachable(this.port);
  }

  open(name: string): Promise<Room> {
    return this.peer.open(this.port, name);
  }

  /** Milliseconds of processor time, user and system, since the process began. */
  cpuMs(): number {
    const fields = readFileSync(`/proc/${this.#pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** Resident memory in MiB. */
  memoryMiB(): number {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1];
    return Number(kib) / 1024;
  }

  /** Bytes of everything in the data folder. */
  diskBytes(folder = this.data): number {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? this.diskBytes(path) : statSync(path).size);
    }, 0);
  }

  get alive(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null || !this.alive) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }

  async close(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.data, { recursive: true, force: true });
  }

  get #pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error(`${this.peer.name} does not run`);
    return pid;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function reachable(port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (let tries = 0; tries < 400; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nothing listens on port ${port} after 10 s`);
}

/** Says what of the machine must be known to read the figures. */
export function machine(): string {
  const cpu = /model name\s*:\s*(.+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown processor';
  const kernel = execFileSync('uname', ['-r'], { encoding: 'utf8' }).trim();
  return `${cpu}, ${availableParallelism()} cores, Linux ${kernel}, Node ${process.version}`;
}
