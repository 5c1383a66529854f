import 'server-only'
import { SMTPServer } from 'smtp-server'
import { text } from 'node:stream/consumers'

export interface MailServer {
  url: string
  from: string
  /** What it took, as it came, quoted-printable undone. */
  mails: string[]
  close: () => Promise<void>
}

/** A real mail server on a free port of this machine that keeps what it is given; with `refusal` it refuses it so. */
export async function startMailServer(refusal?: string): Promise<MailServer> {
  const mails: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username, password }, _session, answer) =>
      username === 'plugwright' && password === 'right'
        ? answer(null, { user: username })
        : answer(new Error(`No such password: ${password}`)),
    onData: (stream, _session, answer) =>
      void text(stream).then((mail) => {
        if (refusal) return answer(new Error(refusal))
        mails.push(plain(mail))
        answer()
      }),
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    from: 'Plugwright <plugwright@example.com>',
    mails,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

function plain(mail: string): string {
  return mail
    .replace(/=\r\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll('=', ''), 'hex').toString('utf8'))
}
