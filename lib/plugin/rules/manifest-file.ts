import type { Finding } from '../document'
import { manifestPath } from '../files'
import { decodeText } from './encoding'
import type { PluginView } from './plugin-view'

/** `manifest.yaml` at the root, and documents that are no UTF-8 text (package-format.md sections 2.1 and 2.2). */
export function manifestFileRules(view: PluginView): Finding[] {
  const findings: Finding[] = []
  if (!view.files.has(manifestPath)) findings.push(missingManifest(view))
  for (const [path, content] of view.originals) {
    if (typeof content === 'string' || !isDocument(view, path)) continue
    const decoded = decodeText(content)
    const message = decoded.ok
      ? `Save ${path} as UTF-8: the daemon reads UTF-16 too, Python's YAML reader in the SDK does not, the plugin does not start.`
      : `Save ${path} as UTF-8 text: its bytes are no UTF-8 (or hold NUL), Dify cannot open the package.`
    const by = decoded.ok && decoded.encoding === 'utf-16' ? (['G5'] as const) : (['G1', 'G5'] as const)
    if (decoded.ok && decoded.encoding === 'utf-8') continue // text with NUL: said as a control character
    findings.push(view.finding(path, { rule: 'yaml-encoding', by, message }))
  }
  return findings
}

function isDocument(view: PluginView, path: string): boolean {
  return path === manifestPath || view.targets.has(path)
}

function missingManifest(view: PluginView): Finding {
  const nested = [...view.files.keys()].find(
    (path) => path.endsWith(`/${manifestPath}`) && path.split('/').length === 2,
  )
  const wrong = [...view.files.keys()].find((path) => /^manifest\.ya?ml$/i.test(path))
  const how =
    view.files.size > 0 && [...view.files.keys()].some((path) => path.startsWith(`${manifestPath}/`))
      ? 'manifest.yaml is a folder here'
      : nested
        ? `it stands in a folder (${nested}), its files must stand at the root`
        : wrong
          ? `the name must be exactly that, not ${wrong}`
          : 'there is none here'
  return view.finding(manifestPath, {
    rule: 'manifest-missing',
    by: ['G1', 'G5'],
    message: `Put manifest.yaml at the root of the plugin: ${how}. Dify cannot open the package without it ("open manifest.yaml: file does not exist").`,
  })
}
