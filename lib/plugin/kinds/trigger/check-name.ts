import type { Finding } from '../../document'
import { manifestPath, type Files } from '../../files'
import { documentAt } from '../../python/plugin-documents'
import { adviceAt } from '../../rules/advice'
import { editFix } from '../../rules/place'
import { shown } from '../../rules/report'
import { textAt } from '../../schema/file-reference'
import { setIn } from '../../yaml/edit'

/** Dify's page of a plugin asks for its trigger by the plugin's name (dify-ui.md sections 2.4 and 8). */
export function checkName(value: unknown, files: Files, path: string): Finding[] {
  const at = ['identity', 'name']
  const name = textAt(value, at)
  const plugin = textAt(documentAt(files, manifestPath), ['name'])
  // Of a name that no provider may have another finding speaks.
  if (!name || !plugin || name === plugin || !/^[a-z0-9_-]+$/.test(name)) return []
  return [
    adviceAt(files, path, at, {
      rule: 'trigger-name',
      message: `Call the trigger ${shown(plugin)} as the plugin before you publish it: Dify's page of the plugin asks for it by that name, and finds no events and nothing to subscribe to under ${shown(name)}.`,
      fix: editFix(`Call it ${plugin.slice(0, 40)}`, path, (text) => setIn(text, at, plugin)),
    }),
  ]
}
