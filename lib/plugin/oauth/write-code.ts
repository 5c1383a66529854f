import { addRequirements } from '../edit/requirements'
import { textOf, writeFile, type Files } from '../files'
import { followPython, isPristine, stubAt } from '../follow-python'
import { flowRequirements } from '../project/oauth-text'
import type { OAuthConstantKey, OAuthConstants } from '../python/oauth-constants'
import { oauthFlow, type OAuthParts } from '../python/oauth-flow'
import { readOAuthConstants, writeOAuthConstants } from '../python/oauth-settings'
import { replaceOAuth } from '../python/replace-oauth'
import { valueAt } from '../schema/file-reference'
import { codeRefusal, constantsOf, notHeld, type CodeSettings } from './code-settings'
import { oauthProviderAt, type OAuthProvider } from './providers'
import { writeOAuthSchema } from './write-schema'

export type WrittenCode =
  | {
      ok: true
      files: Files
      file: string
      python: string
      /** What becomes of the Python: all of it made, its methods written anew, or only its constants. */
      how: 'made' | 'methods' | 'constants' | 'same'
      /** Somebody wrote in this file: what changes in it is to be looked at. */
      touched: boolean
      /** What of the settings the code does not hold, in sentences. */
      left: readonly string[]
    }
  | { ok: false; reason: string; file?: string }

/**
 * Writes the sign-in that these settings describe into a provider: its `oauth_schema`, the methods that Dify calls with the settings
 * as constants of the class, and what they import. In Python that has such methods already only constants change, where they can say
 * it all; `anew` replaces the methods even so.
 */
export function writeOAuthCode(
  files: Files,
  path: string,
  wanted: CodeSettings,
  { anew = false }: { anew?: boolean } = {},
): WrittenCode {
  const provider = oauthProviderAt(files, path)
  if (!provider) return { ok: false, reason: `${path} is no provider with a sign-in.` }
  const refusal = codeRefusal(wanted)
  if (refusal !== undefined) return { ok: false, reason: refusal }
  const { named } = provider.place.classes
  const settings = constantsOf(named ? wanted : { ...wanted, whoAmIUrl: '', userinfoUrl: '' })
  const { python } = provider
  if (python === undefined) return { ok: false, reason: `${path} names no Python file that is there.`, file: path }
  const declared = writeOAuthSchema(files, provider, settings)
  if (!declared.ok) return declared
  const generated = isGenerated(files, provider, python)
  const after = oauthProviderAt(declared.files, path) ?? provider
  const before = generated ? stubAt(declared.files, path, python) : textOf(files, python)
  if (before === undefined) return { ok: false, reason: `${path} has no Python of ours.`, file: path }
  const parts = oauthFlow(valueAt(after.value, [...after.place.at]), after.place.classes, settings)
  const constants = generated || anew ? undefined : withConstants(before, parts, settings)
  const replaced =
    constants === undefined
      ? replaceOAuth(before, parts, after.place.base, after.place.classes)
      : { ok: true as const, source: constants }
  if (!replaced.ok) return { ...replaced, file: python }
  const now = writeFile(declared.files, python, replaced.source)
  return {
    ok: true,
    files: followPython(files, addRequirements(now, flowRequirements)),
    file: path,
    python,
    how: howOf(textOf(files, python) === replaced.source, generated, constants !== undefined),
    touched: !generated,
    left: notHeld(wanted, named),
  }
}

function howOf(same: boolean, generated: boolean, constants: boolean) {
  return same ? 'same' : generated ? 'made' : constants ? 'constants' : 'methods'
}

/** Whether nobody wrote in the Python, but for the settings that we put there. */
function isGenerated(files: Files, { path, place, value }: OAuthProvider, python: string): boolean {
  if (isPristine(files, path, python)) return true
  const stub = stubAt(files, path, python)
  const text = textOf(files, python)
  if (stub === undefined || text === undefined) return false
  const parts = oauthFlow(valueAt(value, [...place.at]), place.classes, readOAuthConstants(text))
  const ours = replaceOAuth(stub, parts, place.base, place.classes)
  return ours.ok && ours.source === text
}

/** The source with other constants, where it has the methods and its constants can say all. */
function withConstants(source: string, parts: OAuthParts, settings: OAuthConstants): string | undefined {
  const stored = parts.settings.slice(parts.settings.findIndex((line) => line.includes('_STORED')))
  if (!/_oauth_get_credentials/.test(source) || !source.includes(stored.join('\n'))) return undefined
  const { source: written, unwritten } = writeOAuthConstants(source, settings)
  const matter = unwritten.filter((key) => !unheld.has(key))
  return matter.length > 0
    ? undefined
    : written.replace(/^ *# TODO\(plugwright\): the addresses and scopes.*\n.*\n/m, '')
}

/** Read from the Python of others, but not used by the code that is written. */
const unheld: ReadonlySet<OAuthConstantKey> = new Set(['revocationUrl', 'userinfoUrl'])
