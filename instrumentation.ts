/** Runs once before the first request is answered: checks the environment, opens the database and brings it up to date. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('./lib/server/start-server')
  await startServer()
}
