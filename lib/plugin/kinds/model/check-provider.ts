import type { Finding } from '../../document'
import { textOf, writeFile, type Files } from '../../files'
import { isGlob } from '../../package/glob'
import { fitsPattern } from '../../pattern-refs'
import { adviceAt } from '../../rules/advice'
import { editFix } from '../../rules/place'
import { outlineOf } from '../../rules/python-outline'
import { shown } from '../../rules/report'
import { valueAt } from '../../schema/file-reference'
import { removeIn, setIn } from '../../yaml/edit'
import { isRecord } from '../../yaml/nodes'
import { documentAt } from '../../python/plugin-documents'
import { modelSources, patternsOf } from './model-refs'
import { modelTypes, typeOfPath, type ModelType } from './model-types'
import { sourceOf } from './starter'
import { modelStubs } from './stub'

/** What a provider says of its models and its files do not hold to. */
export function checkProvider(value: unknown, files: Files, path: string): Finding[] {
  return [
    ...typesWithoutCode(value, files, path),
    ...shallowSources(value, files, path),
    ...missingForms(value, files, path),
    ...idlePatterns(value, files, path),
    ...repeatedPatterns(value, files, path),
  ]
}

/** In errors the SDK names the provider by the third last part of the module (`ai_model.py: _transform_invoke_error`). */
function shallowSources(value: unknown, files: Files, path: string): Finding[] {
  return modelSources(value).flatMap(({ file, at }): Finding[] => {
    if (file.split('/').length > 2 || outlineOf(textOf(files, file) ?? '', 'outline').classes.length === 0) return []
    const stem = file.split('/').at(-1)?.replace(/\.py$/, '') ?? ''
    return [
      adviceAt(files, path, at, {
        rule: 'model-source-depth',
        message: `Move ${file} into a folder of its own, such as models/${stem}/${stem}.py: the SDK names the provider by the third part of the path, without it every error of a model is told as "IndexError: list index out of range".`,
      }),
    ]
  })
}

/** What is asked for a model that people add: without the form nobody can (model.md section 1). */
function missingForms(value: unknown, files: Files, path: string): Finding[] {
  const methods = valueAt(value, ['configurate_methods'])
  const index = Array.isArray(methods) ? methods.indexOf('customizable-model') : -1
  if (index === -1 || isRecord(valueAt(value, ['model_credential_schema']))) return []
  return [
    adviceAt(files, path, ['configurate_methods', index], {
      rule: 'model-form-missing',
      message:
        'Add `model_credential_schema` or remove `customizable-model`: people add models through that form, and there is none.',
    }),
  ]
}

/** A pattern that no file fits is silent in Dify (model.md section 2); where people add the models it may well stand there. */
function idlePatterns(value: unknown, files: Files, path: string): Finding[] {
  const methods = valueAt(value, ['configurate_methods'])
  if (!Array.isArray(methods) || !methods.includes('predefined-model')) return []
  return modelTypes
    .flatMap((type) => patternsOf(value, type))
    .filter((ref) => isGlob(ref.target) && !/^[/.]|\*\*/.test(ref.target))
    .filter((ref) => ![...files.keys()].some((file) => fitsPattern(ref, file)))
    .map((ref) =>
      adviceAt(files, path, ref.at, {
        rule: 'glob-empty',
        message: `Add a model that ${shown(ref.target)} fits, or remove it: no file does, and Dify says nothing of it.`,
        fix: editFix('Remove the pattern', path, (text) => removeIn(text, ref.at)),
      }),
    )
}

/** The SDK loads such a provider and has nothing to answer the first request with (`model_factory.py: get_instance`). */
function typesWithoutCode(value: unknown, files: Files, path: string): Finding[] {
  const words = valueAt(value, ['supported_model_types'])
  const sources = modelSources(value).map(({ file }) => ({ file, text: textOf(files, file) }))
  if (!Array.isArray(words) || sources.some(({ text }) => text === undefined)) return []
  return words.flatMap((word: unknown, index): Finding[] => {
    const type = modelTypes.find((each) => each.word === word)
    if (!type || words.indexOf(word) < index || sources.some(({ file, text }) => mayHold(type, file, text ?? '')))
      return []
    const file = sourceOf(type.key)
    return [
      adviceAt(files, path, ['supported_model_types', index], {
        rule: 'model-type-code',
        message: `Add a class derived from ${type.base} to a file of \`extra.python.model_sources\`: none has one, every request for ${shown(type.word)} fails.`,
        ...(files.has(file) ? {} : { fix: { title: `Add ${file}`, apply: (all) => withCode(all, path, file) } }),
      }),
    ]
  })
}

/** Whether a source may hold a class of this type: its bases say so, or are the plugin's own and the folder is that of the type. */
function mayHold(type: ModelType, file: string, source: string): boolean {
  const names = [type.base, ...type.kits].map((name) => `\\w*${name}`).join('|')
  const bases = [...source.matchAll(/^[ \t]*class\s+\w+\s*\(([^)]*)\)/gm)].map((match) => match[1] ?? '')
  const own = new RegExp(`(?:^|[\\s,.])(?:${names})\\s*(?:,|$)`)
  return (
    bases.some((list) => own.test(list)) ||
    (typeOfPath(file) === type && (bases.length > 0 || /^from\s.+\simport\b/m.test(source)))
  )
}

function withCode(files: Files, path: string, file: string): Files {
  const text = textOf(files, path) ?? ''
  const sources = valueAt(documentAt(files, path), ['extra', 'python', 'model_sources'])
  const result = setIn(text, ['extra', 'python', 'model_sources'], [...(Array.isArray(sources) ? sources : []), file])
  if (!result.ok) return files
  const listed = writeFile(files, path, result.text)
  const stub = modelStubs(listed, path).get(file)
  return stub === undefined ? files : writeFile(listed, file, stub)
}

/** A model that two patterns fit is loaded twice by the SDK (model.md section 2). */
function repeatedPatterns(value: unknown, files: Files, path: string): Finding[] {
  const patterns = modelTypes.flatMap((type) => patternsOf(value, type))
  if (patterns.length < 2) return []
  const seen = new Map<string, string>()
  return patterns.flatMap((ref): Finding[] => {
    const found = [...files.keys()].filter((file) => fitsPattern(ref, file))
    const twice = found.filter((file) => seen.has(file))
    const [first] = twice
    const other = first === undefined ? undefined : seen.get(first)
    for (const file of found) if (!seen.has(file)) seen.set(file, ref.target)
    if (first === undefined || other === undefined) return []
    const all = twice.length === found.length
    return [
      adviceAt(files, path, ref.at, {
        rule: 'glob-twice',
        message: `${all ? 'Remove' : 'Narrow'} ${shown(ref.target)}: ${shown(other)} fits ${first} already, the SDK would load that model twice.`,
        ...(all ? { fix: editFix('Remove the pattern', path, (text) => removeIn(text, ref.at)) } : {}),
      }),
    ]
  })
}
