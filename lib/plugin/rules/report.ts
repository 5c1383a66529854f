import type { DocumentType, Finding, Gate, Severity } from '../document'
import type { By, Releases } from '../schema/gate-rules'
import type { YamlPath, YamlText } from '../yaml/parse'
import { breaksFrom } from './releases'

/** A document under check. */
export interface DocumentContext {
  file: string
  type: DocumentType
  yaml: YamlText
  /** The gates that run the daemon's struct rules on this file. */
  struct: readonly Gate[]
  /** `meta.minimum_dify_version` of the manifest, where it is a version. */
  minimum: string | undefined
  /** Unknown keys already said: each once in a file, however often it stands there. */
  unknownKeys: Set<string>
  report: (report: Report) => void
}

/** What a rule says; severity and the list of gates follow from `by`. */
export interface Report extends Releases {
  rule: string
  by: readonly By[]
  message: string
  path?: YamlPath
  range?: { from: number; to: number }
  fix?: Finding['fix']
  /** Where no gate refuses: `publish` for the marketplace's errors. */
  severity?: Severity
}

const order: readonly Gate[] = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6']

/** Builds the finding: all gates that refuse in their order, the highest severity among them (cli.md, section check). */
export function findingOf(file: string, struct: readonly Gate[], minimum: string | undefined, report: Report): Finding {
  const named = new Set(report.by.flatMap((by) => (by === 'struct' ? struct : [by])))
  const gates = order.filter((gate) => named.has(gate))
  const older = breaksFrom(report, minimum) === 'older'
  const blocks = gates.some((gate) => gate !== 'G4' && !(gate === 'G6' && older))
  return {
    rule: report.rule,
    severity: blocks ? 'error' : (report.severity ?? 'advice'),
    gates,
    message: report.message,
    file,
    ...(report.path ? { path: report.path } : {}),
    ...(report.range ? { range: report.range } : {}),
    ...(report.fix ? { fix: report.fix } : {}),
  }
}

/** What happens when these gates refuse, as the end of a sentence: "…: the plugin does not start". */
export function consequence(by: readonly By[]): string {
  if (by.includes('G1')) return 'Dify cannot open the package'
  if (by.includes('G3')) return 'Dify refuses the upload'
  if (by.includes('G5')) return 'the plugin does not start'
  if (by.includes('G2')) return "Dify's packager refuses the plugin"
  if (by.includes('G6')) return "Dify's console refuses it"
  return 'remote debugging refuses it'
}

/** A text as a message shows it: in back quotes, cut after 60 characters, without control characters. */
export function shown(text: string): string {
  const characters = [...text.slice(0, 200)]
  const short = characters.length > 60 || text.length > 200 ? `${characters.slice(0, 59).join('')}…` : text

  return `\`${short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')}\``
}

/** `identity.label.en_US` of a path. */
export function dotted(path: YamlPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}
