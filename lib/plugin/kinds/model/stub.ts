import type { Files } from '../../files'
import { documentAt } from '../../python/plugin-documents'
import { cleanPath, textAt, valueAt } from '../../schema/file-reference'
import { modelStub } from './model-stub'
import { typeOfPath } from './model-types'
import { providerStub } from './provider-stub'

/**
 * Python of the provider at `path` and of each type of models whose source stands in the folder of its type (stubs.md sections 4.3
 * and 4.4). A function of the provider's YAML alone; any text gives Python that runs.
 */
export function modelStubs(files: Files, path: string): ReadonlyMap<string, string> {
  const provider = documentAt(files, path)
  const source = textAt(provider, ['extra', 'python', 'provider_source'])
  const sources = valueAt(provider, ['extra', 'python', 'model_sources'])
  const stubs = new Map<string, string>()
  if (source !== undefined && source !== '') stubs.set(cleanPath(source), providerStub(provider, path))
  for (const entry of Array.isArray(sources) ? sources : []) {
    const file = typeof entry === 'string' ? cleanPath(entry) : ''
    const type = typeOfPath(file)
    if (type && !stubs.has(file)) stubs.set(file, modelStub(type, provider, path))
  }
  return stubs
}
