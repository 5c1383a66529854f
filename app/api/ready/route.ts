import { databaseAnswers } from '@/lib/server/database-answers'
import { host } from '@/lib/server/host'
import { refuse } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** Whether requests should be sent here: not while it stops, and not while the database does not answer. */
export async function GET(): Promise<Response> {
  const problem = host().stopping
    ? 'Ask another process: this one is stopping.'
    : (await databaseAnswers())
      ? undefined
      : 'Wait: the database does not answer.'
  const response = problem === undefined ? Response.json({ ok: true }) : refuse(503, problem)
  response.headers.set('Cache-Control', 'no-store')
  return response
}
