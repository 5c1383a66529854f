import 'server-only'
import type { z } from 'zod'
import { networkAddress } from '../network-address'
import { readBody, refuseFor, route, type Body } from '../route'
import { tooManyClicks } from './clicks'
import { requireFlowOwner } from './flow-owner'
import type { FlowOwner } from './flows'
import { limits } from './limits'

interface Click {
  owner: FlowOwner
  request: Request
  params: Record<string, string>
}

/** Wraps the handler of a click in the playground: of somebody signed in, and not too often. */
export function clickRoute(handler: (click: Click) => Promise<Response>): ReturnType<typeof route> {
  return route(async (request, params) => {
    const owner = await requireFlowOwner()
    const wait = await tooManyClicks(owner.userId, networkAddress(request.headers))
    return wait === undefined ? handler({ owner, request, params }) : refuseFor({ message: wait, seconds: 60 })
  })
}

/** The JSON body of a click. */
export function readClick<T>({ request }: Click, schema: z.ZodType<T>): Promise<Body<T>> {
  return readBody(request, schema, limits.body)
}
