import type { Finding } from '../document'
import { manifestPath, textOf, writeFile } from '../files'
import { requirementsText, sdkRange } from '../project/dependencies'
import { neededSdk } from './needed-releases'
import type { PluginView } from './plugin-view'
import { shown, type Report } from './report'
import { judgeSdk } from './sdk-pin'
import { pyprojectRequirements, requirementsOf, type Requirement } from '../project/requirements'

/** Dependency files: install needs one (package-format.md section 2.1), the marketplace wants more (marketplace.md section 3.5). */
export function dependencyRules(view: PluginView): Finding[] {
  if (!view.files.has(manifestPath)) return []
  const requirements = view.files.has('requirements.txt')
  const project = view.files.has('pyproject.toml')
  const add = {
    title: 'Add requirements.txt',
    apply: (files: PluginView['files']) =>
      writeFile(files, 'requirements.txt', requirementsText([], neededSdk(view.files))),
  }
  if (!requirements && !project) {
    const message =
      'Add requirements.txt with dify_plugin in it: without it or pyproject.toml Dify cannot install what the plugin needs ("neither pyproject.toml nor requirements.txt found in plugin directory").'
    return [view.finding('requirements.txt', { rule: 'dependencies-missing', by: ['G5'], message, fix: add })]
  }
  const findings: Finding[] = []
  if (!requirements) {
    const message =
      'Add requirements.txt: the marketplace installs from it to test the plugin, older servers read nothing else.'
    findings.push(
      view.finding('requirements.txt', {
        rule: 'requirements-missing',
        by: [],
        severity: uvProject(view) ? 'advice' : 'publish',
        message,
        ...(uvProject(view) ? {} : { fix: add }),
      }),
    )
  }
  for (const [file, read] of [
    ['requirements.txt', requirementsOf],
    ['pyproject.toml', pyprojectRequirements],
  ] as const) {
    const text = textOf(view.files, file)
    if (text !== undefined) findings.push(...judgeFile(view, file, text, read(text)))
  }
  return findings
}

/** `dify plugin package` exports requirements.txt from a lock file by itself (package-format.md section 7.1). */
function uvProject(view: PluginView): boolean {
  return view.files.has('pyproject.toml') && view.files.has('uv.lock')
}

function judgeFile(view: PluginView, file: string, text: string, entries: readonly Requirement[]): Finding[] {
  const sdk = entries.find(({ name }) => name === 'dify-plugin')
  const findings = entries.flatMap((entry) =>
    judgeEntry(view, entry).map((report) =>
      view.finding(file, { ...report, range: { from: entry.from, to: entry.to } }),
    ),
  )
  if (sdk) return findings
  const include = entries.some(({ text: line }) => /^(?:-r|--requirement|-c|-e)\b/.test(line))
  if (include || (file === 'pyproject.toml' && view.files.has('requirements.txt'))) return findings
  const range = sdkRange(neededSdk(view.files))
  const fix: Report['fix'] =
    file === 'requirements.txt'
      ? { title: 'Add dify_plugin', apply: (files) => writeFile(files, file, `${range}\n${text}`) }
      : undefined
  const message = `Add ${range} to ${file}: the plugin runs on it, without it Python finds no dify_plugin.`
  return [
    ...findings,
    view.finding(file, { rule: 'sdk-missing', by: [], severity: 'publish', message, ...(fix ? { fix } : {}) }),
  ]
}

const heavy =
  /^(?:chromadb|faiss-cpu|faiss-gpu|jax|llama-cpp-python|opencv-.*|paddlepaddle|playwright|pyppeteer|selenium|spacy|tensorflow|tensorflow-cpu|torch|torchaudio|torchvision|transformers)$/

function judgeEntry(view: PluginView, entry: Requirement): Omit<Report, 'range'>[] {
  const { name, version, kind } = entry
  if (name === 'dify-plugin' && kind === 'package') return judgeSdk(view, entry)
  if (kind === 'url') {
    return [
      {
        rule: 'dependency-url',
        by: [],
        severity: 'publish',
        message: `Name a released version instead of ${shown(entry.text)}: the marketplace refuses addresses and git as requirements.`,
      },
    ]
  }
  if (kind === 'option') {
    if (!/^(?:-e|--editable|-r|--requirement)\b/.test(entry.text)) return []
    return [
      {
        rule: 'dependency-option',
        by: [],
        message: `List the packages themselves instead of ${shown(entry.text)}: the marketplace's check warns of it.`,
      },
    ]
  }
  if (!/[=<>~^!]|^\d/.test(version)) {
    return [
      {
        rule: 'dependency-version',
        by: [],
        severity: 'publish',
        message: `Add a version to ${shown(name)}, such as ${name}>=1.0,<2.0: the marketplace refuses requirements without one.`,
      },
    ]
  }
  const reports: Omit<Report, 'range'>[] = []
  if (/^>=?[^,]*$/.test(version))
    reports.push({
      rule: 'dependency-bound',
      by: [],
      message: `Add an upper bound to ${shown(name)} (${shown(version)}): a later release may break the plugin.`,
    })
  if (heavy.test(name))
    reports.push({
      rule: 'dependency-heavy',
      by: [],
      message: `Check whether ${shown(name)} is needed: the marketplace warns of packages that are this large.`,
    })
  return reports
}
