import { Kbd } from '@/components/ui/kbd'
import { commandKeys } from './command-keys'
import { placeKeys } from './place-keys'

const everywhere = [
  { keys: commandKeys.palette[0], does: 'Do something, or go somewhere' },
  { keys: commandKeys.find[0], does: 'Find in all files' },
  { keys: commandKeys.save[0], does: 'Save now' },
  { keys: commandKeys.undo[0], does: 'Undo, in forms and files alike' },
  { keys: commandKeys.redo[0], does: 'Redo' },
  { keys: commandKeys.nextProblem[0], does: 'Next problem' },
  { keys: commandKeys.previousProblem[0], does: 'Previous problem' },
]

/** Every key of the editor, by the place where it works. */
export function KeyList() {
  return (
    <div
      tabIndex={0}
      className="overflow-y-auto px-5 pb-4 outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
    >
      {[{ place: 'Everywhere', keys: everywhere }, ...placeKeys].map(({ place, keys }) => (
        <section key={place} aria-label={place}>
          <h3 className="pb-1 pt-3 text-12 font-semibold text-ink-3">{place}</h3>
          <dl>
            {keys.map((key) => (
              <div key={key.keys} className="flex min-h-7 items-center gap-3 border-t border-line">
                <dt className="w-28 shrink-0">
                  <Kbd keys={key.keys} className="text-ink" />
                </dt>
                <dd className="text-ink-2">{key.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
