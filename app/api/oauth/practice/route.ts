import { requireFlowOwner } from '@/lib/server/oauth/flow-owner'
import { practiceIsOn } from '@/lib/server/practice/answer-practice'
import { practiceClient } from '@/lib/server/practice/practice-client'
import { refuse, route } from '@/lib/server/route'

/** A client of the practice provider, ready to be tried. Its secret opens nothing else. */
export const GET = route(async () => {
  await requireFlowOwner()
  return practiceIsOn()
    ? Response.json(practiceClient(), { headers: { 'Cache-Control': 'no-store' } })
    : refuse(404, 'The practice provider is off here. The operator can switch it on by PLUGWRIGHT_PRACTICE=1.')
})
