import { isMap } from 'yaml'
import { entriesOf } from './nodes'
import { nodeBelow, reportAt, type Place } from './place'
import { shown } from './report'

/** Variables of `output_schema`: the names json, text and files belong to Dify (tool.md section 5). */
export function judgeOutputSchema(place: Place): void {
  const properties = nodeBelow(place, 'properties')
  if (!isMap(properties)) return
  for (const { key } of entriesOf(place.facts, properties)) {
    if (!['json', 'text', 'files'].includes(key)) continue
    const message = `Rename the variable ${shown(key)}: Dify keeps text, files and json for itself and refuses it when the tool answers.`
    reportAt(place, { rule: 'reserved-output', by: [], message }, 'properties')
  }
}
