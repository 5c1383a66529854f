import type { Finding } from '../../document'
import { textOf, writeFile, type Files } from '../../files'
import { isPristine, pythonOf } from '../../follow-python'
import { adviceAt } from '../../rules/advice'
import { findingOf, shown } from '../../rules/report'
import { dispatchEntries, withDispatch } from './dispatch-table'
import { followEventNames, listedEvents, staleOptions } from './event-options'

/** What a provider's list of events and the table of its dispatch say of each other; silent where the author dispatches otherwise. */
export function checkDispatch(_: unknown, files: Files, path: string): Finding[] {
  const python = pythonOf(files, path)
  const source = python === undefined ? undefined : textOf(files, python)
  const entries = source?.includes('EVENTS.get(') ? dispatchEntries(source) : undefined
  if (python === undefined || source === undefined || !entries) return []
  const events = listedEvents(files, path)
  // Without events there is something else to mend first.
  if (events.length === 0) return []
  const unstarted = events.filter(({ name }) => !entries.some(({ event }) => event === name))
  const unknown = entries.filter(({ event }) => !events.some(({ name }) => name === event))
  const [gone, ...othersGone] = [...new Set(unknown.map(({ event }) => event))]
  const renamed = unstarted.length === 1 && othersGone.length === 0 ? gone : undefined
  return [
    ...unstarted.map(({ name, at }) =>
      adviceAt(files, path, at, {
        rule: 'event-undispatched',
        message: `Name the event ${shown(name)} in EVENTS of ${python}: nothing there starts it.`,
        fix:
          renamed === undefined
            ? {
                title: 'Start it by its name',
                apply: (now) => writeFile(now, python, withDispatch(textOf(now, python) ?? '', name, name)),
              }
            : renameFix(path, renamed, name),
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

/** Options of the set-up that an event left behind which got another name in its file; forms take them along (`followEventNames`). */
export function checkOptions(_: unknown, files: Files, path: string): Finding[] {
  return staleOptions(files, path).map(({ at, from, to }) =>
    adviceAt(files, path, at, {
      rule: 'event-option',
      message: `Call this option ${shown(to)}: no event is called ${shown(from)}, and nobody can choose ${shown(to)}.`,
      fix: renameFix(path, from, to),
    }),
  )
}

/** What goes by the names of events, once one has another name. */
function renameFix(path: string, from: string, to: string): NonNullable<Finding['fix']> {
  return {
    title: `Rename ${from.slice(0, 40)} to ${to.slice(0, 40)} here too`,
    apply: (now) =>
      followEventNames(now, path, {
        renamed: [[from, to]],
        added: [],
        removed: [],
        names: listedEvents(now, path).map(({ name }) => name),
        touched: !isPristine(now, path),
      }),
  }
}
