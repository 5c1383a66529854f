import { defineConfig, devices } from '@playwright/test'
import { CHROMIUM_ARGS } from './scripts/browser.mjs'

const port = Number(process.env.E2E_PORT ?? 4310)

/** The journeys run in real Chromium against the production build, each run on a data folder of its own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: process.env.SOAK ? '*.soak.ts' : '*.spec.ts',
  outputDir: '.cache/test-results',
  snapshotPathTemplate: '{testDir}/look/{arg}{ext}',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://localhost:${port}`,
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH, args: CHROMIUM_ARGS },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node e2e/server.mjs',
    url: `http://localhost:${port}/`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8000 },
    // Each journey may say that it comes from a network of its own: there are limits for each.
    env: { PORT: String(port), PLUGWRIGHT_BUILDS: '.cache/builds-test', PLUGWRIGHT_TRUST_PROXY: '1' },
  },
})
