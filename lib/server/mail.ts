import 'server-only'
import { environment } from './environment'
import { logFault } from './log'
import { done, notDone, type Done } from './done'

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
}

/** Whether a mail server is set. */
export function mailIsSet(): boolean {
  return environment().mail !== undefined
}

/** How long the mail server may take to connect, to greet, and between two of its answers, in ms. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Hands a mail to the mail server. What that says against it is for the operator and stands in the log; the reason is for the sender. */
export async function sendMail(mail: Mail, server = environment().mail): Promise<Done> {
  if (!server) return notDone('No mail server is set up here.')
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ url: server.url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  try {
    await transport.sendMail({ from: server.from, ...mail })
    return done
  } catch (error) {
    logFault('A mail was not sent', codeOf(error))
    return notDone('The mail server did not take the mail.')
  } finally {
    transport.close()
  }
}

/** What went wrong without what the server said: that may repeat addresses and the password of the mail server. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const part = (name: string) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return ['code', 'command', 'responseCode'].map(part).filter(Boolean).join(' ') || error.name
}
