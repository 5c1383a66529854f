import type { Finding } from '@/lib/plugin/document'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { insertIn, moveIn, removeIn, renameKey, setIn, type EditResult } from '@/lib/plugin/yaml/edit'
import { parseYaml, type YamlPath } from '@/lib/plugin/yaml/parse'
import type { AlsoSet, FormSource, Outcome } from './form-source'

interface State {
  text: string
  disabled: boolean
  findings: readonly Finding[]
  focus: { at: YamlPath; reveal: number; section?: string }
  labels: string[]
}

/** One YAML text as the source of a form, for tests: every edit is written to `text`. */
export function testSource(start: string, { findings = [] }: { findings?: readonly Finding[] } = {}) {
  const listeners = new Set<() => void>()
  const state: State = { text: start, disabled: false, findings, focus: { at: [], reveal: 0 }, labels: [] }
  let read: { text: string; value: unknown } = { text: '', value: undefined }
  const tell = () => listeners.forEach((listener) => listener())

  function value(): unknown {
    if (read.text !== state.text) read = { text: state.text, value: parseYaml(state.text).value }
    return read.value
  }

  function edit(label: string, result: EditResult): Outcome {
    if (!result.ok) return { ok: false, reason: result.reason }
    state.text = result.text
    state.labels.push(label)
    tell()
    return { ok: true }
  }

  function nested(at: YamlPath, next: unknown): [YamlPath, unknown] {
    let depth = 0
    while (depth < at.length - 1 && valueAt(value(), at.slice(0, depth + 1)) !== undefined) depth += 1
    return [at.slice(0, depth + 1), at.slice(depth + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), next)]
  }

  const source: FormSource = {
    file: 'test.yaml',
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    value,
    disabled: () => state.disabled,
    findings: () => state.findings,
    focus: () => state.focus,
    setFocus(at) {
      state.focus = { ...state.focus, at }
      tell()
    },
    takeFocus: () => false,
    chooseSection(section) {
      state.focus = { ...state.focus, section }
      tell()
    },
    set: (at, next, label, also) => edit(label, withAlso(setIn(state.text, ...nested(at, next)), also)),
    remove: (at, label) => edit(label, removeIn(state.text, at)),
    insert: (at, index, next, label) =>
      Array.isArray(valueAt(value(), at))
        ? edit(label, insertIn(state.text, at, index, next))
        : edit(label, setIn(state.text, ...nested(at, [next]))),
    append(at, values, label) {
      const list = valueAt(value(), at)
      if (!Array.isArray(list)) return edit(label, setIn(state.text, ...nested(at, values)))
      const start: EditResult = { ok: true, text: state.text }
      const all = values.reduce<EditResult>(
        (done, next, index) => (done.ok ? insertIn(done.text, at, list.length + index, next) : done),
        start,
      )
      return edit(label, all)
    },
    move: (at, from, to, label) => edit(label, moveIn(state.text, at, from, to)),
    rename: (at, key, label, also) => edit(label, withAlso(renameKey(state.text, at, key), also)),
    paths: () => paths,
    open: () => {},
    picture: () => undefined,
    upload: (folder, name) => ({ ok: true, path: `${folder}/${name}` }),
  }

  return {
    source,
    state,
    /** What the code pane or undo does: another text. */
    write(text: string) {
      state.text = text
      tell()
    },
    update(part: Partial<State>) {
      Object.assign(state, part)
      tell()
    },
  }
}

function withAlso(result: EditResult, also: readonly AlsoSet[] = []): EditResult {
  return also.reduce((done, { at, value }) => (done.ok ? setIn(done.text, at, value) : done), result)
}

const paths = ['_assets/icon.svg', '_assets/icon-dark.svg', 'manifest.yaml', 'tools/search.py', 'tools/search.yaml']
