import type { ControlRequest } from '@/lib/server/data/control'
import { environment } from '@/lib/server/environment'
import type { Say } from './main'
import { answerHere, askHolder, textOf } from './with-copy'

/** Prints a link by which the owner of an e-mail address sets a new password, where there is no mail server to send it by. */
export async function resetPassword({ email, say }: { email: string; say: Say }): Promise<void> {
  const { databaseUrl, dataFolder } = environment()
  const request: ControlRequest = { ask: 'reset-link', email }
  say(databaseUrl ? textOf(await answerHere(request)) : await askHolder(dataFolder, request))
  say(`It works once and for an hour. Give it to the owner of ${email} and to nobody else.`)
}
