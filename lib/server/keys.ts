import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { environment } from './environment'

/** As scripts/start.mjs keeps them too. */
const secretsFile = z.object({ PLUGWRIGHT_KEY: z.string().min(32), NEXTAUTH_SECRET: z.string().min(32) })

export interface Keys {
  /** Encrypts what is kept secret in the database. */
  encryption: string
  /** Encrypts the session cookie. */
  session: string
}

let current: Keys | undefined

/** The two secrets: from the environment, else those of the data folder, made there on first start. */
export function keys(): Keys {
  const { encryptionKey, sessionSecret, dataFolder } = environment()
  if (encryptionKey && sessionSecret) return { encryption: encryptionKey, session: sessionSecret }
  current ??= keysIn(dataFolder)
  return { encryption: encryptionKey ?? current.encryption, session: sessionSecret ?? current.session }
}

/** The keys of a folder; makes both where there are none, readable by their owner only. Two that start at once get the same. */
export function keysIn(folder: string): Keys {
  const file = join(folder, 'secrets.json')
  const kept = read(file)
  if (kept) return kept
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const made = {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    PLUGWRIGHT_KEY: randomBytes(32).toString('base64'),
  }
  writeFileSync(draft, JSON.stringify(made, null, 2), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file) // fails when another was first, and shows nobody half a file
  } catch (error) {
    if (!read(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return keysIn(folder)
}

function read(file: string): Keys | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const parsed = secretsFile.safeParse(parsedJson(text))
  if (!parsed.success)
    throw new Error(`Restore ${file} from a copy, or remove it to sign everyone out: it does not hold the two keys.`)
  return { encryption: parsed.data.PLUGWRIGHT_KEY, session: parsed.data.NEXTAUTH_SECRET }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
