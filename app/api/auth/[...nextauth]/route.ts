import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth'
import { overLimit, type OverLimit, type RateLimitName } from '@/lib/server/limits'
import { networkAddress } from '@/lib/server/network-address'
import { readText, refuse, refuseFor } from '@/lib/server/route'

/** More than any form of signing in needs. */
const bodyLimit = 16 * 1024

/** What each way of signing in costs. */
const limitOf: Readonly<Record<string, RateLimitName>> = { 'callback/guest': 'guests', 'callback/password': 'signIns' }

interface Context {
  params: Promise<{ nextauth: string[] }>
}

// options are made at each request: the secrets must not be made during a build
export const GET = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(authOptions())(request, context)

/** Reads the body within its limit first: next-auth reads whatever comes. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const body = await readText(request, bodyLimit)
  if (body === undefined) return refuse(413, 'Send less: a form of signing in holds 16 KiB at most.')
  const { url, headers } = request
  const limit = limitOf[(await context.params).nextauth.join('/')]
  const tooOften = limit && (await overLimit(limit, { network: networkAddress(headers) }))
  if (tooOften) return refuseSignIn(tooOften, new URL('/sign-in', url))
  return NextAuth(authOptions())(new NextRequest(url, { method: 'POST', headers, body: body || undefined }), context)
}

/** As the client of next-auth reads a refusal: it takes the reason from the address. */
async function refuseSignIn(over: OverLimit, page: URL): Promise<Response> {
  page.searchParams.set('error', over.message)
  const response = refuseFor(over)
  return Response.json({ ...(await response.json()), url: page.href }, response)
}
