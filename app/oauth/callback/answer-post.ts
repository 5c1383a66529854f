import { notePostedCallback } from '@/lib/server/oauth/receive-callback'
import { callbackPage } from './callback-page'

/** An answer has some parameters, each of a few KB. */
const mostBytes = 64 * 1024

/** Says in words that Dify takes a GET only, here and at the sign-in that waits; what was posted (response_mode=form_post) is not taken. */
export async function answerPost(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? mostBytes) < mostBytes) {
    const state = new URLSearchParams(await request.text()).get('state')
    if (state !== null) await notePostedCallback(state)
  }
  const page = callbackPage('posted', '')
  return new Response(page.body, { status: 405, headers: [...page.headers, ['Allow', 'GET']] })
}
