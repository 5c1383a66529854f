/** What the server uses of two packages. Their @types would bring the AWS SDK along. */
declare module 'nodemailer' {
  export interface TransportOptions {
    url: string
    connectionTimeout: number
    greetingTimeout: number
    socketTimeout: number
    disableFileAccess: boolean
    disableUrlAccess: boolean
  }
  export interface Message {
    from: string
    to: string
    subject: string
    text: string
    html: string
  }
  export function createTransport(options: TransportOptions): {
    sendMail(message: Message): Promise<unknown>
    close(): void
  }
}

declare module 'smtp-server' {
  import type { Readable } from 'node:stream'

  interface Options {
    authOptional?: boolean
    disabledCommands?: string[]
    onData: (stream: Readable, session: unknown, answer: (error?: Error) => void) => void
    onAuth?: (
      auth: { username?: string; password?: string },
      session: unknown,
      answer: (error: Error | null, found?: { user: string }) => void,
    ) => void
  }
  export class SMTPServer {
    constructor(options: Options)
    server: import('node:net').Server
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
  }
}
