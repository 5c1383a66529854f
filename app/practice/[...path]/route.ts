import { notFound } from 'next/navigation'
import { practicePath } from '@/lib/oauth/practice'
import { networkAddress } from '@/lib/server/network-address'
import { tooManySignIns } from '@/lib/server/oauth/clicks'
import { answerPractice, practiceIsOn } from '@/lib/server/practice/answer-practice'

export const dynamic = 'force-dynamic'

/** The practice provider: an authorization server of its own, with its own clients and its own consent. */
async function answer(request: Request): Promise<Response> {
  if (!practiceIsOn()) notFound()
  const begins = new URL(request.url).pathname === `${practicePath}/auth`
  const wait = begins ? await tooManySignIns(networkAddress(request.headers)) : undefined
  return wait === undefined
    ? answerPractice(request)
    : new Response(wait, { status: 429, headers: { 'Retry-After': '60' } })
}

export { answer as GET, answer as POST }
