import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const said = { stdout: '', stderr: '' };
  const code = await runCli(argv, env, {
    say: (line) => {
      said.stdout += `${line}\n`;
    },
    write: (bytes) => {
      said.stdout += Buffer.from(bytes).toString();
    },
    complain: (line) => {
      said.stderr += `${line}\n`;
    },
  });
  return { code, ...said };
}

test('every command explains itself', async () => {
  for (const { name, summary } of commands) {
    const { code, stdout } = await run([name, '--help']);
    expect([code, stdout.startsWith(`Usage: duet ${name}`)]).toEqual([0, true]);
    expect((await run(['--help'])).stdout).toContain(summary);
  }
});

test.each([
  [[]],
  [['dance']],
  [['backup']],
  [['backup', 'a', 'b']],
  [['verify', 'x']],
  [['export', 'x', '--format', 'exe']],
  [['export', '--format', 'md']],
  [['serve', '--loud']],
])('wrong use %j exits with 2 and says how it is used', async (argv) => {
  const { code, stdout, stderr } = await run(argv);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Usage: duet');
});

test('a wrong variable is one line: on stderr for the server, and the result of any other command', async () => {
  const line = /^LOG_LEVEL is "loud", but must be one of [^\n]+\n$/;
  const env = { LOG_LEVEL: 'loud' };
  expect(await run(['serve'], env)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(line) });
  expect(await run(['verify'], env)).toEqual({ code: 1, stdout: expect.stringMatching(line), stderr: '' });
});
