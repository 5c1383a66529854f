import { signInPython } from '#sign-in-python'
import type { Files } from '../files'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import { credentialCheck } from './credential-check'
import type { Field } from './fields'
import { call, lay } from './layout'
import { importFrom, moduleText } from './module'
import { className } from './names'
import type { OAuthClasses } from './oauth-flow'
import { documentAt, nameOf } from './plugin-documents'

/** What the SDK has for a provider that checks credentials. */
export interface ProviderClasses {
  /** The base class, and the module that has it. */
  base: string
  from: string
  /** What holds the credentials: `dict`, `Mapping`. */
  map: 'dict' | 'Mapping'
  oauth: OAuthClasses
}

/** What official plugins of tools and of data sources raise where credentials are refused (stubs.md section 6). */
const refused = 'ToolProviderCredentialValidationError'

/**
 * Python of the provider at `path`: refuses credentials that are missing, tries the first secret one on a marked address, and signs
 * people in where there is an `oauth_schema` (stubs.md 4.1, 4.7, 4.10). A function of the files alone; any text gives Python that runs.
 */
export function providerModule(files: Files, path: string, fields: readonly Field[], classes: ProviderClasses): string {
  const provider = documentAt(files, path)
  const schema = valueAt(provider, ['oauth_schema'])
  const { base, from, map, oauth: own } = classes
  const oauth = isRecord(schema) ? signInPython(schema, own) : undefined
  const check = credentialCheck(fields, { error: refused, signIn: oauth !== undefined })
  const imported = ['Any', 'Mapping', 'Request', base, refused, own.error, own.signedIn]
  return moduleText({
    doc: `The provider described in ${path}.`,
    standard: [
      ...(map === 'Mapping' ? ['from collections.abc import Mapping'] : []),
      ...(oauth?.standard ?? []),
      'from typing import Any',
    ],
    thirdParty: [...(check.asks ? ['import requests'] : []), ...(oauth?.thirdParty ?? [])],
    sdk: [
      importFrom(from, [base]),
      ...(check.raises ? [importFrom('dify_plugin.errors.tool', [refused])] : []),
      ...(oauth ? own.imports : []),
    ],
    constants: check.constants,
    body: [
      ...lay(call(`class ${className(nameOf(provider, path), 'Provider', imported)}`, [base]), 0, ':'),
      ...(oauth ? [...oauth.settings, ''] : []),
      `    def _validate_credentials(self, credentials: ${map}[str, Any]) -> None:`,
      ...check.lines,
      ...(oauth?.methods ?? []),
    ],
    functions: [...check.functions, ...(oauth?.functions ?? [])],
  })
}
