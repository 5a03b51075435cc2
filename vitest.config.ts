import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['simulation/**/*.test.ts', 'packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
