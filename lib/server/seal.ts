import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { keys } from './keys'

const ivBytes = 12
const tagBytes = 16

/**
 * Encrypts a value that becomes JSON, by AES-256-GCM with a key of `PLUGWRIGHT_KEY`. It opens only under the same `name`, so that
 * what was sealed for one row is of no use in another.
 */
export function seal(name: string, value: unknown): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), iv).setAAD(Buffer.from(name))
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), text]))
}

/** What was sealed under this name; undefined where it was changed, or sealed with another key or under another name. */
export function unseal(name: string, sealed: Uint8Array): unknown {
  const bytes = Buffer.from(sealed)
  if (bytes.length < ivBytes + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
    return JSON.parse(text.toString('utf8'))
  } catch {
    return undefined
  }
}

function sealingKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', keys().encryption, '', 'plugwright seal', 32))
}
