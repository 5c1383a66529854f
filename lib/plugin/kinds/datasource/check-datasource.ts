import type { Finding } from '../../document'
import type { Files } from '../../files'
import { adviceAt } from '../../rules/advice'
import { editFix } from '../../rules/place'
import { valueAt } from '../../schema/file-reference'
import { setIn } from '../../yaml/edit'
import { isRecord } from '../../yaml/nodes'
import { factsOf, providerListing, providerTypeOf, providerTypes, type ProviderType } from './provider-type'

/** What a data source and the type of its provider say of each other. */
export function checkDatasource(value: unknown, files: Files, path: string): Finding[] {
  const type = providerTypeOf(providerListing(files, path))
  if (type === undefined || !isRecord(value)) return []
  return [...unusedParameters(value, files, path, type), ...missingOutputs(value, files, path, type)]
}

/** Dify hands parameters to crawls and to the list of pages only (`rag_pipeline.py: run_datasource_workflow_node`). */
function unusedParameters(value: unknown, files: Files, path: string, type: ProviderType): Finding[] {
  const parameters = valueAt(value, ['parameters'])
  if (type !== 'online_drive' || !Array.isArray(parameters) || parameters.length === 0) return []
  const message =
    'Remove the parameters: Dify hands none to an online drive, what people enter is lost. Ask for it among the credentials.'
  return [adviceAt(files, path, ['parameters'], { rule: 'drive-parameters', message })]
}

/** The variables that nodes of this type have, by the convention of the official plugins (datasource.md section 3). */
function missingOutputs(value: unknown, files: Files, path: string, type: ProviderType): Finding[] {
  const schema = valueAt(value, ['output_schema'])
  const found = valueAt(schema, ['properties'])
  const properties = isRecord(found) ? found : {}
  const { title, outputs } = factsOf[type]
  const missing = Object.keys(outputs).filter((name) => !Object.hasOwn(properties, name))
  if (missing.length === 0) return []
  const at = isRecord(found) ? ['output_schema', 'properties'] : ['output_schema']
  const kept = Object.entries(properties).filter(([name]) => !isOfAnotherType(name, type))
  const wanted = { ...outputs, ...Object.fromEntries(kept) }
  const names = missing.map((name) => `\`${name}\``).join(', ')
  return [
    adviceAt(files, path, at, {
      rule: 'output-variables',
      message: `Add ${names} to the output: nodes of the type ${title.toLowerCase()} have these variables, and only those named here can be chosen.`,
      fix: editFix('Write the variables of this type', path, (text) =>
        setIn(text, at, at.length === 2 ? wanted : { type: 'object', properties: wanted }),
      ),
    }),
  ]
}

function isOfAnotherType(name: string, type: ProviderType): boolean {
  return (
    !Object.hasOwn(factsOf[type].outputs, name) &&
    providerTypes.some((other) => Object.hasOwn(factsOf[other].outputs, name))
  )
}
