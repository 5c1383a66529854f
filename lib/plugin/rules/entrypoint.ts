import type { Finding } from '../document'
import { manifestPath, writeFile } from '../files'
import { mainText } from '../project/texts'
import { textAt } from '../schema/file-reference'
import type { PluginView } from './plugin-view'
import { shown } from './report'

/** The daemon runs `python -m <entrypoint>` in the plugin's folder (package-format.md section 2.1). */
export function entrypointRules(view: PluginView): Finding[] {
  const entrypoint = textAt(view.manifest, ['meta', 'runner', 'entrypoint'])
  if (entrypoint === undefined || entrypoint === '') return []
  const source = entrypoint.replaceAll('.', '/')
  if (view.files.has(`${source}.py`) || view.files.has(`${source}/__main__.py`)) return []
  const path = ['meta', 'runner', 'entrypoint']
  const name = shown(`${source}.py`)
  const script = entrypoint.endsWith('.py') && view.files.has(entrypoint)
  return [
    view.finding(manifestPath, {
      rule: 'entrypoint-missing',
      by: ['G5'],
      message: script
        ? `Write ${shown(entrypoint.slice(0, -3))} as entry point, the module without ".py": Dify runs "python -m ${entrypoint.slice(0, 80)}", the plugin does not start.`
        : `Add ${name} or correct the entry point: the file is not in the package, the plugin does not start.`,
      path,
      ...(source === 'main'
        ? { fix: { title: 'Add main.py', apply: (files) => writeFile(files, 'main.py', mainText) } }
        : {}),
    }),
  ]
}
