import { signInPython } from '#sign-in-python'
import { credentialCheck } from '../../python/credential-check'
import { fieldsIn, fieldsOfList, type Field } from '../../python/fields'
import { call, lay } from '../../python/layout'
import { localsOf, readersOf, usesFiles } from '../../python/locals'
import { optionImport, optionMethod } from '../../python/option-method'
import { readerFunctions } from '../../python/readers'
import { valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'
import { askLines } from './ask-service'
import { triggerOAuth } from './oauth'
import { createLines, deleteLines, hooksAddress, refreshLines, registerLines } from './subscription-methods'

/** What a subscription constructor adds to the module of its provider. */
export interface ConstructorPart {
  standard: readonly string[]
  sdk: readonly string[]
  errors: readonly string[]
  constants: readonly string[]
  body: readonly string[]
  functions: readonly string[]
}

const used = [
  'self',
  'endpoint',
  'parameters',
  'credentials',
  'credential_type',
  'secret',
  'properties',
  'body',
  'response',
  'exc',
  'hmac',
  'hashlib',
  'math',
  'requests',
  'secrets',
  'quote',
]

const credentialParameters = ['credentials: Mapping[str, Any]', 'credential_type: CredentialType']

/**
 * The class that subscribes at the service: `declared` is `subscription_constructor`, `secret` the property that signs what the
 * service sends. All three abstract methods are there; requests go to a marked address, and to nobody while that is empty.
 */
export function constructorPart(declared: unknown, name: string, secret: Field | undefined): ConstructorPart {
  const parameters = fieldsOfList(valueAt(declared, ['parameters']))
  const locals = localsOf([{ fields: parameters, source: 'parameters' }], used)
  const readers = readerFunctions(readersOf(locals))
  const keys = fieldsIn(valueAt(declared, ['credentials_schema']))
  const tokens = fieldsIn(valueAt(declared, ['oauth_schema', 'credentials_schema']))
  const check = credentialCheck(keys, { error: 'TriggerProviderCredentialValidationError', required: '_entered' })
  const schema = valueAt(declared, ['oauth_schema'])
  const oauth = isRecord(schema) ? signInPython(schema, triggerOAuth) : undefined
  const dynamic = parameters.filter((parameter) => parameter.type === 'dynamic-select')
  return {
    standard: [
      ...(oauth?.standard ?? []),
      ...(secret ? ['import secrets'] : []),
      'from urllib.parse import quote',
      ...readers.imports,
    ],
    sdk: [
      ...(dynamic.length > 0 ? [optionImport] : []),
      ...(oauth ? triggerOAuth.imports : []),
      'from dify_plugin.entities.provider_config import CredentialType',
      ...(usesFiles(locals) ? ['from dify_plugin.file.file import File'] : []),
    ],
    errors: [
      'SubscriptionError',
      ...(keys.length > 0 && check.raises ? ['TriggerProviderCredentialValidationError'] : []),
    ],
    constants: [
      '',
      ...hooksAddress,
      ...(keys.length > 0 && check.constants.length > 0 ? ['', ...check.constants] : []),
    ],
    body: [
      ...lay(call(`class ${name}`, ['TriggerSubscriptionConstructor'], ':'), 0),
      ...(oauth ? [...oauth.settings, ''] : []),
      ...(keys.length > 0
        ? ['    def _validate_api_key(self, credentials: Mapping[str, Any]) -> None:', ...check.lines, '']
        : []),
      ...createLines(locals, secret),
      '',
      ...registerLines(locals, secret),
      '',
      ...deleteLines,
      '',
      ...refreshLines,
      '',
      ...askLines([...tokens, ...keys].filter(({ type }) => type === 'secret-input')),
      ...(dynamic.length > 0 ? ['', ...optionMethod(dynamic, credentialParameters)] : []),
      ...(oauth?.methods ?? []),
    ],
    functions: [...(keys.length > 0 ? check.functions : []), ...(oauth?.functions ?? []), ...readers.functions],
  }
}
