import { ArrowDown, ArrowUp, ShieldCheck, Wrench } from 'lucide-react'
import { fixAll } from '../problems/fix-all'
import { nextProblem } from '../problems/next-problem'
import { commandKeys } from './command-keys'
import type { CommandContext, PaletteItem } from './commands'

/** The way to the problems, and from one to the next. */
export function problemCommands({ store, ui }: CommandContext): PaletteItem[] {
  return [
    {
      id: 'problems',
      text: 'Check: show the problems',
      icon: ShieldCheck,
      run: () => ui.set({ bottom: 'problems', problemsFolded: false, pane: 'problems' }),
    },
    ...(store.get().findings.length > 0
      ? [
          {
            id: 'next-problem',
            text: 'Next problem',
            icon: ArrowDown,
            keys: commandKeys.nextProblem[0],
            run: () => nextProblem(store, ui, 1),
          },
          {
            id: 'previous-problem',
            text: 'Previous problem',
            icon: ArrowUp,
            keys: commandKeys.previousProblem[0],
            run: () => nextProblem(store, ui, -1),
          },
        ]
      : []),
  ]
}

/** What mends at once all that can be mended without a question. */
export function fixCommands({ store }: CommandContext): PaletteItem[] {
  const fixes = store.get().findings.filter(({ fix }) => fix).length
  if (fixes === 0) return []
  const what = fixes === 1 ? '1 mechanical problem' : `${fixes} mechanical problems`
  return [{ id: 'fix', text: `Fix ${what}`, icon: Wrench, run: () => fixAll(store) }]
}
