import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'

const root = fileURLToPath(new URL('.', import.meta.url))

/** `core` needs nothing; `components` has a DOM; `server` opens databases (see lib/server/test-database.ts). */
export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { '@': root, 'server-only': `${root}scripts/empty.mjs` },
  },
  test: {
    setupFiles: [`${root}scripts/vitest-setup.ts`],
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: [
            'lib/plugin/**/*.test.ts',
            'lib/oauth/**/*.test.ts',
            '*.test.ts',
            'lib/*.test.ts',
            'lib/cli/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['components/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}'],
          exclude: ['app/api/**', 'app/access/**'],
          environment: 'happy-dom',
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['lib/server/**/*.test.ts', 'app/api/**/*.test.ts', 'app/access/**/*.test.ts'],
          environment: 'node',
          hookTimeout: 60_000,
          globalSetup: `${root}scripts/vitest-databases.ts`,
        },
      },
    ],
  },
})
