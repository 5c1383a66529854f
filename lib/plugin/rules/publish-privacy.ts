import type { Finding } from '../document'
import { manifestPath, textOf, writeFile, type Files } from '../files'
import { privacyOfText } from '../project/texts'
import { textAt } from '../schema/file-reference'
import { setIn } from '../yaml/edit'
import { answersOf, asksPeople } from './found-answers'
import { editFix } from './place'
import type { PluginView } from './plugin-view'
import { isCleanPath } from './references'
import { shown, type Report } from './report'

const file = 'PRIVACY.md'

/** The privacy policy that the marketplace wants (marketplace.md MF-13, PV-01 to PV-03). */
export function publishPrivacyRules(view: PluginView): Finding[] {
  if (!view.files.has(manifestPath)) return []
  return [...(view.manifest === undefined ? [] : named(view)), ...written(view)]
}

function named(view: PluginView): Finding[] {
  const privacy = textAt(view.manifest, ['privacy'])
  const report = (found: Omit<Report, 'by' | 'path' | 'severity'>) => [
    view.finding(manifestPath, { by: [], severity: 'publish', path: ['privacy'], ...found }),
  ]
  const fix = editFix('Name PRIVACY.md', manifestPath, (text) => setIn(text, ['privacy'], file))
  if (!privacy) {
    const whole = view.files.has(file)
      ? fix
      : { title: 'Add PRIVACY.md', apply: (files: Files) => fix.apply(writeFix(view).apply(files)) }
    return report({
      rule: 'privacy-missing',
      message: 'Add `privacy: PRIVACY.md` and the file: the marketplace asks for the privacy policy.',
      fix: whole,
    })
  }
  if (/^https?:\/\/[^\s/]+/i.test(privacy)) return []
  if (/^[a-z][a-z0-9+.-]*:/i.test(privacy))
    return report({
      rule: 'privacy-address',
      message: `Write a file of the plugin or an http(s) address as \`privacy\`: the marketplace takes no ${shown(privacy)}.`,
    })
  const path = privacy.replace(/^\.\//, '')
  if (isCleanPath(path) && view.files.has(path)) return []
  return report({
    rule: 'privacy-file',
    message: `Add ${shown(privacy)} or name another file as \`privacy\`: it is not in the package, the marketplace refuses that.`,
    ...(path === file ? { fix: writeFix(view) } : { fix }),
  })
}

function written(view: PluginView): Finding[] {
  const report = (found: Omit<Report, 'by'>) => [view.finding(file, { by: [], ...found })]
  const text = textOf(view.files, file)
  const privacy = textAt(view.manifest, ['privacy'])
  const said = !privacy || privacy.replace(/^\.\//, '') === file
  if (!view.files.has(file)) {
    if (said) return [] // said at the key that names it or should
    return report({
      rule: 'privacy-written',
      severity: 'publish',
      message: 'Add PRIVACY.md: the marketplace wants it also where `privacy` is an address.',
      fix: writeFix(view),
    })
  }
  if (text === undefined || text.length > 1_000_000) return []
  if (text.trim() === '')
    return report({
      rule: 'privacy-written',
      severity: 'publish',
      message: 'Write PRIVACY.md: it is empty, the marketplace refuses that.',
      fix: writeFix(view),
    })
  if (/please fill in the privacy policy/i.test(text)) {
    return report({
      rule: 'privacy-template',
      severity: 'publish',
      message:
        'Write your own text in PRIVACY.md: it still holds the sentence of Dify\'s template ("Please fill in the privacy policy").',
      fix: writeFix(view),
    })
  }
  if (/collect|stor|retain|retention|\blog|third part|shar|send|transmi|no user data/i.test(text)) return []
  return report({
    rule: 'privacy-topics',
    message:
      'Say in PRIVACY.md what is collected, stored, sent and shared: reviewers of the marketplace look for these words.',
  })
}

function writeFix(view: PluginView): NonNullable<Finding['fix']> {
  const text = privacyOfText(answersOf(view), asksPeople(view))
  return { title: 'Write PRIVACY.md', apply: (files) => writeFile(files, file, text) }
}
