import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { environment } from '../environment'
import { createResetLink } from '../password-reset'

/** What a command of the operator may ask of the process that has the embedded database open (scripts/control.mjs carries it). */
export const controlRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('reset-link'), email: z.string() }),
  z.object({ ask: z.literal('copy'), name: z.string().regex(/^database\.copy-\d+$/) }),
])
export type ControlRequest = z.infer<typeof controlRequest>

/** `text` is the result; a problem is a sentence for the operator. */
export const controlAnswer = z.union([z.object({ problem: z.string() }), z.object({ text: z.string() })])
export type ControlAnswer = z.infer<typeof controlAnswer>

/** Lets scripts/start.mjs hand requests over, which has the socket. */
export function offerControl(): void {
  Reflect.set(globalThis, Symbol.for('plugwright.control'), answerControl)
}

/** Does what the operator asks for. */
export async function answerControl(request: unknown): Promise<ControlAnswer> {
  const asked = controlRequest.safeParse(request)
  if (!asked.success) return { problem: 'The running Plugwright is of another version: restart it.' }
  return asked.data.ask === 'copy' ? copyDatabase(asked.data.name) : resetLink(asked.data.email)
}

async function resetLink(email: string): Promise<ControlAnswer> {
  const link = await createResetLink(email)
  return link === undefined ? { problem: `No account has the e-mail address ${email}.` } : { text: link }
}

async function copyDatabase(name: string): Promise<ControlAnswer> {
  const opened = await globalThis.plugwrightDatabase
  if (!opened?.copyTo)
    return { problem: 'The running Plugwright works on PostgreSQL, not on the embedded database: stop it first.' }
  const target = join(environment().dataFolder, name)
  try {
    await opened.copyTo(target)
    return { text: name }
  } catch (error) {
    await rm(target, { recursive: true, force: true })
    throw error
  }
}
