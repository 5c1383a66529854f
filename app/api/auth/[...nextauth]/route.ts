import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth'
import { readText, refuse } from '@/lib/server/route'

/** More than any form of signing in needs. */
const bodyLimit = 16 * 1024

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
  return NextAuth(authOptions())(new NextRequest(url, { method: 'POST', headers, body: body || undefined }), context)
}
