import type { Instrumentation } from 'next'

/** Runs once before the first request is answered: checks the environment, opens the database and brings it up to date. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('./lib/server/start-server')
  await startServer()
}

/** Writes down what failed while a page, a route or an action was answered; Next shows people the digest. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || globalThis.plugwrightStopping) return
  const { logFault } = await import('./lib/server/log')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  logFault(`${routeType} failed`, error, { route: routePath, digest })
}
