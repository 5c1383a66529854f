import 'server-only'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const empty = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional())
const secret = z.string().min(32, 'Use at least 32 characters, for example from `openssl rand -hex 32`.')

/** `host:port,…` as URLs spell them, so that they can be compared as text. */
function pairsOf(text: string, context: z.RefinementCtx): string[] {
  const pairs = text.split(',').map((pair) => pair.trim())
  return pairs.filter(Boolean).map((pair) => {
    const [, host = '', port = ''] = /^([^/?#@*\\\s]+):(\d{1,5})$/.exec(pair) ?? []
    if (host !== '' && URL.canParse(`http://${host}:${port}`))
      return `${new URL(`http://${host}:${port}`).hostname}:${Number(port)}`
    context.addIssue(`Write host:port, with commas between several: ${pair} is none.`)
    return pair
  })
}

/** `7,4`: so many daily and weekly snapshots are kept; `0` makes none. */
function keepOf(text: string, context: z.RefinementCtx): { daily: number; weekly: number } {
  const [, daily, weekly = '0'] = /^(\d{1,3})(?:,(\d{1,3}))?$/.exec(text) ?? []
  if (daily === undefined)
    context.addIssue('Write how many daily and weekly snapshots are kept, like 7,4; or 0 for none.')
  return { daily: Number(daily), weekly: Number(weekly) }
}

/** Every variable that Plugwright reads. README.md of this folder explains them to operators. */
const variables = z.object({
  PORT: z.preprocess(empty, z.coerce.number().int().min(1).max(65_535).default(3000)),
  HOST: z.preprocess(empty, z.string().default('localhost')),
  PLUGWRIGHT_DATA: optional(z.string()),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^postgres(ql)?:\/\//,
        'Start the URL with postgres://, or leave the variable out to use the embedded database.',
      ),
  ),
  PLUGWRIGHT_KEY: optional(secret),
  NEXTAUTH_SECRET: optional(secret),
  NEXTAUTH_URL: optional(
    z.url({ protocol: /^https?$/, error: 'Give the address that people open, like https://plugwright.example.com.' }),
  ),
  GITHUB_ID: optional(z.string()),
  GITHUB_SECRET: optional(z.string()),
  PLUGWRIGHT_TRUST_PROXY: optional(
    z.enum(['0', '1'], 'Write 1 behind a proxy that sets X-Forwarded-For, or leave it out.'),
  ),
  PLUGWRIGHT_LOG: optional(
    z.enum(['requests', 'faults'], 'Write requests to log each request, faults to log what fails.'),
  ),
  PLUGWRIGHT_METRICS_TOKEN: optional(
    z.string().min(16, 'Use at least 16 characters, for example from `openssl rand -hex 32`.'),
  ),
  PLUGWRIGHT_FETCH_ALLOW: z.preprocess(empty, z.string().default('').transform(pairsOf)),
  PLUGWRIGHT_SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: 'Give the mail server like smtp://user:password@mail.example.com:587.' }),
  ),
  PLUGWRIGHT_MAIL_FROM: optional(z.string()),
  PLUGWRIGHT_SNAPSHOTS: z.preprocess(empty, z.string().default('7,4').transform(keepOf)),
  PLUGWRIGHT_PRACTICE: optional(z.enum(['0', '1'], 'Write 1 to switch the practice provider on, 0 to switch it off.')),
})

export interface Environment {
  port: number
  host: string
  /** Absolute. Holds the embedded database and the secrets made on first start. */
  dataFolder: string
  /** Of a PostgreSQL server; absent for the embedded database. */
  databaseUrl?: string
  /** Absent on the embedded database: keys.ts makes one. */
  encryptionKey?: string
  sessionSecret?: string
  /** Origin that people open. */
  origin: string
  github?: { id: string; secret: string }
  /** The mail server and the sender that it knows; absent where none is set. */
  mail?: { url: string; from: string }
  /** True behind a proxy of the operator's that writes X-Forwarded-For. */
  trustProxy: boolean
  /** Whether each request is written down; absent where the terminal decides. */
  logRequests?: boolean
  /** Opens /metrics to others than this machine. */
  metricsToken?: string
  /** host:port pairs on private addresses that safe-fetch may reach. */
  fetchAllow: ReadonlySet<string>
  /** How many snapshots of the embedded database are kept; both 0: none are made. */
  snapshots: { daily: number; weekly: number }
  /** Whether the practice provider answers: by itself where one machine serves itself. */
  practice: boolean
}

/** Reads and checks the variables. Throws an error whose message names each variable to mend and how. */
export function environmentFrom(given: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const { data } = parsed
  if (data.DATABASE_URL && !(data.PLUGWRIGHT_KEY && data.NEXTAUTH_SECRET)) {
    throw new Error(
      'Set PLUGWRIGHT_KEY and NEXTAUTH_SECRET: with DATABASE_URL every process needs the same two secrets, so none are made here.',
    )
  }
  if (Boolean(data.GITHUB_ID) !== Boolean(data.GITHUB_SECRET)) {
    throw new Error('Set both GITHUB_ID and GITHUB_SECRET, or neither: signing in with GitHub needs the pair.')
  }
  if (Boolean(data.PLUGWRIGHT_SMTP_URL) !== Boolean(data.PLUGWRIGHT_MAIL_FROM)) {
    throw new Error('Set both PLUGWRIGHT_SMTP_URL and PLUGWRIGHT_MAIL_FROM, or neither: a mail needs a sender.')
  }
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: data.PLUGWRIGHT_DATA ? resolve(data.PLUGWRIGHT_DATA) : defaultDataFolder(given),
    databaseUrl: data.DATABASE_URL,
    encryptionKey: data.PLUGWRIGHT_KEY,
    sessionSecret: data.NEXTAUTH_SECRET,
    origin: new URL(data.NEXTAUTH_URL ?? `http://localhost:${data.PORT}`).origin,
    github: data.GITHUB_ID && data.GITHUB_SECRET ? { id: data.GITHUB_ID, secret: data.GITHUB_SECRET } : undefined,
    mail:
      data.PLUGWRIGHT_SMTP_URL && data.PLUGWRIGHT_MAIL_FROM
        ? { url: data.PLUGWRIGHT_SMTP_URL, from: data.PLUGWRIGHT_MAIL_FROM }
        : undefined,
    trustProxy: data.PLUGWRIGHT_TRUST_PROXY === '1',
    logRequests: data.PLUGWRIGHT_LOG && data.PLUGWRIGHT_LOG === 'requests',
    metricsToken: data.PLUGWRIGHT_METRICS_TOKEN,
    fetchAllow: new Set(data.PLUGWRIGHT_FETCH_ALLOW),
    snapshots: data.PLUGWRIGHT_SNAPSHOTS,
    practice: data.PLUGWRIGHT_PRACTICE ? data.PLUGWRIGHT_PRACTICE === '1' : isLoopback(data.HOST) && !data.DATABASE_URL,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

let current: Environment | undefined

/** The environment of this process, read once. */
export function environment(): Environment {
  current ??= environmentFrom(process.env)
  return current
}

/** The same folder that scripts/start.mjs takes. */
function defaultDataFolder(given: Readonly<Record<string, string | undefined>>): string {
  return join(given.XDG_DATA_HOME || join(homedir(), '.local/share'), 'plugwright')
}
