import type { Finding } from '../document'
import { manifestPath, textOf, writeFile } from '../files'
import { readmeOfText } from '../project/texts'
import { textAt } from '../schema/file-reference'
import { answersOf, asksPeople } from './found-answers'
import { namesRepository } from './forges'
import type { PluginView } from './plugin-view'
import type { Report } from './report'

const file = 'README.md'

/** What the marketplace wants of the README (marketplace.md section 3.4). */
export function publishReadmeRules(view: PluginView): Finding[] {
  if (!view.files.has(manifestPath)) return []
  const text = textOf(view.files, file)
  const report = (found: Omit<Report, 'by'>) => view.finding(file, { by: [], ...found })
  if (!view.files.has(file)) {
    return [
      report({
        rule: 'readme-missing',
        severity: 'publish',
        message: "Add README.md: Dify shows it on the plugin's page, the marketplace refuses a plugin without it.",
        fix: addReadme(view),
      }),
    ]
  }
  if (text === undefined)
    return [
      report({
        rule: 'readme-text',
        severity: 'publish',
        message: 'Save README.md as UTF-8 text: nobody can read it like this.',
      }),
    ]
  if (text.trim() === '')
    return [
      report({
        rule: 'readme-empty',
        severity: 'publish',
        message: 'Write README.md: it is empty, the marketplace refuses that.',
        fix: addReadme(view),
      }),
    ]
  if (text.length > 1_000_000) return []
  return [...language(text), ...source(text), ...groups(text), ...translations(view)].map(report)
}

function addReadme(view: PluginView): NonNullable<Finding['fix']> {
  const repo = textAt(view.manifest, ['repo'])?.trim()
  const source = repo === undefined || repo === '' || cjk.test(repo) ? undefined : repo
  const text = readmeOfText(answersOf(view), asksPeople(view), source)
  return { title: 'Write README.md', apply: (files) => writeFile(files, file, text) }
}

const cjk = /[\u3400-\u4dbf\u4e00-\u9fff]/

/** RD-03: not one CJK ideograph outside fenced code. */
function language(text: string): Omit<Report, 'by'>[] {
  let fenced = false
  let offset = 0
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced
    const at = fenced ? -1 : line.search(cjk)
    if (at !== -1) {
      const message =
        'Write README.md in English and move other languages to readme/README_zh_Hans.md and the like: the marketplace refuses it for a few Chinese characters already.'
      return [
        {
          rule: 'readme-language',
          severity: 'publish',
          message,
          range: { from: offset + at, to: offset + line.length },
        },
      ]
    }
    offset += line.length + 1
  }
  return []
}

/** RD-02. */
function source(text: string): Omit<Report, 'by'>[] {
  return namesRepository(text)
    ? []
    : [
        {
          rule: 'readme-source',
          severity: 'publish',
          message:
            'Link the source repository in README.md, for example on github.com: the marketplace looks for it there.',
        },
      ]
}

/** RD-05. */
function groups(text: string): Omit<Report, 'by'>[] {
  const wanted = [
    { name: 'set-up', test: /setup|set up|install|configur|getting started/i },
    { name: 'usage', test: /usage|\buse\b|using|example|workflow|chatflow/i },
    { name: 'credentials', test: /api key|credential|token|secret|auth/i },
    { name: 'connections', test: /connection|connect|endpoint|base url|host|proxy|network/i },
  ]
  const missing = wanted.filter(({ test }) => !test.test(text)).map(({ name }) => name)
  return missing.length === 0
    ? []
    : [
        {
          rule: 'readme-topics',
          message: `Say something about ${missing.join(', ')} in README.md: reviewers of the marketplace look for it.`,
        },
      ]
}

/** RD-04. */
function translations(view: PluginView): Omit<Report, 'by'>[] {
  const root = [...view.files.keys()].find((path) => /^README[-_.][\w-]+\.md$/i.test(path))
  return root === undefined
    ? []
    : [
        {
          rule: 'readme-place',
          message: `Move ${root} to readme/README_<language>.md, such as readme/README_zh_Hans.md: Dify finds translations only there.`,
        },
      ]
}
