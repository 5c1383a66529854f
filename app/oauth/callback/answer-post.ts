import { callbackPage } from './callback-page'

/** Says in words that Dify takes a GET only; what was posted (response_mode=form_post) is not read. */
export function answerPost(): Response {
  const page = callbackPage('posted', '')
  return new Response(page.body, { status: 405, headers: [...page.headers, ['Allow', 'GET']] })
}
