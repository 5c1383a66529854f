import 'server-only'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const empty = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional())
const secret = z.string().min(32, 'Use at least 32 characters, for example from `openssl rand -hex 32`.')

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
  PLUGWRIGHT_FETCH_ALLOW: z.preprocess(empty, z.string().default('')),
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
  /** True behind a proxy of the operator's that writes X-Forwarded-For. */
  trustProxy: boolean
  /** host:port pairs on private addresses that safe-fetch may reach. */
  fetchAllow: ReadonlySet<string>
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
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: data.PLUGWRIGHT_DATA ? resolve(data.PLUGWRIGHT_DATA) : defaultDataFolder(given),
    databaseUrl: data.DATABASE_URL,
    encryptionKey: data.PLUGWRIGHT_KEY,
    sessionSecret: data.NEXTAUTH_SECRET,
    origin: new URL(data.NEXTAUTH_URL ?? `http://localhost:${data.PORT}`).origin,
    github: data.GITHUB_ID && data.GITHUB_SECRET ? { id: data.GITHUB_ID, secret: data.GITHUB_SECRET } : undefined,
    trustProxy: data.PLUGWRIGHT_TRUST_PROXY === '1',
    fetchAllow: new Set(
      data.PLUGWRIGHT_FETCH_ALLOW.split(',')
        .map((pair) => pair.trim())
        .filter(Boolean),
    ),
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
