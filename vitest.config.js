import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/seed.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    env: { TZ: 'UTC', LC_ALL: 'C', COLUMNS: '100', SOURCE_DATE_EPOCH: '1767225600' },
  },
});
