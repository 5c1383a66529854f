import type { Finding } from '../../document'
import { textOf, writeFile, type Files } from '../../files'
import { pythonOf } from '../../follow-python'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { referencesFrom } from '../../references'
import { findingOf, shown } from '../../rules/report'
import { rangeOf } from '../../yaml/locate'
import { parseYaml } from '../../yaml/parse'
import { dispatchEntries, withDispatch } from './dispatch-table'

/** What a provider's list of events and the table of its dispatch say of each other; silent where the author dispatches otherwise. */
export function checkDispatch(_: unknown, files: Files, path: string): Finding[] {
  const python = pythonOf(files, path)
  const source = python === undefined ? undefined : textOf(files, python)
  const entries = source?.includes('EVENTS.get(') ? dispatchEntries(source) : undefined
  if (python === undefined || source === undefined || !entries) return []
  const events = referencesFrom(files, path).flatMap(({ as, file, at }) =>
    as === 'event' && files.has(file) ? [{ name: nameOf(documentAt(files, file), file), at }] : [],
  )
  // Without events there is something else to mend first.
  if (events.length === 0) return []
  const yaml = parseYaml(textOf(files, path) ?? '')
  const unstarted = events.filter(({ name }) => !entries.some(({ event }) => event === name))
  const unknown = entries.filter(({ event }) => !events.some(({ name }) => name === event))
  return [
    ...unstarted.map(({ name, at }) =>
      findingOf(path, [], undefined, {
        rule: 'event-undispatched',
        by: [],
        message: `Name the event ${shown(name)} in EVENTS of ${python}: nothing there starts it.`,
        path: at,
        range: rangeOf(yaml, at),
        fix: {
          title: 'Start it by its name',
          apply: (now) => writeFile(now, python, withDispatch(textOf(now, python) ?? '', name, name)),
        },
      }),
    ),
    ...unknown.map(({ event, from, to }) =>
      findingOf(python, [], undefined, {
        rule: 'event-unknown',
        by: [],
        message: `Take the event ${shown(event)} out of EVENTS or add it to ${path}: Dify refuses it ("Event name ${event} not found in provider").`,
        range: { from, to },
      }),
    ),
  ]
}
