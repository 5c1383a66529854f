import { isMap } from 'yaml'
import type { DocumentType, Finding } from '../document'
import { manifestPath } from '../files'
import { fieldTree } from '../schema/field-tree'
import { parseYaml } from '../yaml/parse'
import { controlCharacter, withReadersBreaks } from './encoding'
import { factsOf, isNull, resolved } from './nodes'
import { structGates } from './plugin-view'
import { breaksFrom } from './releases'
import { consequence, findingOf, type DocumentContext } from './report'
import { checkSyntax } from './syntax'
import { judge } from './walk'
import { judgeNodes } from './yaml-text'

/** More findings of one document than anybody reads. */
const MOST = 200

/** What the gates have against the text of one document: the characters, the YAML, then every field. */
export function checkDocument(text: string, type: DocumentType, file: string, minimum: string | undefined): Finding[] {
  const findings: Finding[] = []
  const struct = structGates(file)
  const context: DocumentContext = {
    file,
    type,
    yaml: parseYaml(withReadersBreaks(text)),
    struct,
    minimum,
    unknownKeys: new Set(),
    report: (report) => {
      if (breaksFrom(report, minimum) === 'over') return
      const finding = findingOf(file, struct, minimum, report)
      // Advice never crowds out an error.
      if (findings.length < (finding.severity === 'error' ? MOST * 2 : MOST)) findings.push(finding)
    },
  }
  const control = controlCharacter(text)
  if (control !== undefined) {
    const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0')
    const message = `Remove the control character U+${code} from ${file}: YAML readers refuse it ("control characters are not allowed"), ${consequence(['G1'])}.`
    context.report({ rule: 'yaml-control', by: ['G1', 'G5'], message, range: { from: control, to: control + 1 } })
    return findings
  }
  if (!checkSyntax(context)) return findings
  // Where only our parser stumbles, its nodes are not what Dify's readers see: nothing is said of the fields.
  if (context.yaml.document.errors.length === 0) checkFields(context)
  const strict = parseYaml(text).problems[0]
  if (strict && !findings.some(({ severity, rule }) => severity === 'error' || rule === 'duplicate-key')) {
    context.report({
      rule: 'yaml-strict',
      by: [],
      message: `${strict.message} Dify reads the file, a strict YAML reader does not: its form stays closed.`,
      range: { from: strict.offset, to: strict.offset + 1 },
    })
  }
  return findings
}

function checkFields(context: DocumentContext): void {
  const { yaml, file, type, report } = context
  const facts = factsOf(yaml.document)
  judgeNodes(context, facts)
  const node = resolved(facts, yaml.document.contents)
  const name = `${file} (${type.title.toLowerCase()})`
  if (isNull(node)) {
    const by = file === manifestPath ? (['G3', 'G5'] as const) : (['G5'] as const)
    report({ rule: 'empty-document', by, message: `Fill in ${name}: the file is empty, ${consequence(by)}.`, path: [] })
  } else if (!isMap(node)) {
    report({
      rule: 'yaml-type',
      by: ['G1', 'G5'],
      message: `Write ${name} as a map of keys and values: ${consequence(['G1'])}.`,
      path: [],
      range: { from: 0, to: 1 },
    })
  } else judge({ context, facts, field: fieldTree(type), path: [], node })
}
