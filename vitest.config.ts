import { defineConfig } from 'vitest/config';

const tests = (...folders: string[]): string[] => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);

/** They put a page into the process, or bundle the server once a file. */
const alone = [
  ...tests('packages/editor', 'packages/blocks', 'apps/web', 'apps/server/src/cli', 'simulation'),
  'apps/server/src/follow-up/killed.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'together',
          include: tests('packages', 'apps'),
          exclude: [...alone, '**/node_modules/**'],
          // Loading the same packages anew for each file takes longer than most of the tests.
          isolate: false,
        },
      },
    ],
  },
});
