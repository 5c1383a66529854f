import { notFound } from 'next/navigation'
import { requireUser } from '@/lib/server/access'
import { lookAt } from '@/lib/server/events/look'
import { streamEvents } from '@/lib/server/events/stream'
import { countStreams, MOST_STREAMS } from '@/lib/server/events/streams'
import { refuse, route } from '@/lib/server/route'
import { sessionIdOfRequest } from '@/lib/server/session-cookie'

const MOST_PROJECTS = 50
const MOST_TABS = 200
const isId = (text: string) => /^[\w-]{1,100}$/.test(text)

/**
 * What happens in the projects that are named, `?project=…&project=…`, as it happens. Those that the reader may not see are said to be gone.
 * The tabs that are named, `&tab=…`, are there as long as it is read.
 */
export const GET = route(async (request) => {
  const user = await requireUser()
  const asked = new URL(request.url).searchParams
  const named = (name: string) => [...new Set(asked.getAll(name))].filter(isId)
  const projects = named('project')
  if (projects.length > MOST_PROJECTS)
    return refuse(422, `Close some plugins: a browser hears of ${MOST_PROJECTS} at once.`)
  const looks = await Promise.all(projects.map((projectId) => lookAt(user.id, projectId)))
  if (!looks.some(Boolean)) notFound()
  if (countStreams(user.id) >= MOST_STREAMS)
    return refuse(429, `Close Plugwright in other browsers: it is open in ${MOST_STREAMS}, which is the most.`)
  return streamEvents({
    sessionId: (await sessionIdOfRequest()) ?? '',
    userId: user.id,
    projects,
    tabs: named('tab').slice(0, MOST_TABS),
    resumes: request.headers.has('last-event-id'),
    signal: request.signal,
  })
})
