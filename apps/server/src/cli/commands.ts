import { backupCommand } from './backup-command.ts';
import type { Command } from './command.ts';
import { compactCommand } from './compact-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { restoreCommand } from './restore-command.ts';
import { serveCommand } from './serve-command.ts';
import { verifyCommand } from './verify-command.ts';

export const commands: readonly Command[] = [
  serveCommand,
  exportCommand,
  importCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  compactCommand,
];
