'use client'

import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { lazyPart } from '@/components/ui/lazy-part'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import type { OAuthProject, OAuthTarget } from '../playground'
import type { PlaygroundForm } from '../playground-form'
import { filled } from './form-of'

const WriteCode = lazyPart('The code', () => import('./write-code').then((module) => module.default))

/** What ties the client to the plugin: its settings from the code, and the code from its settings. */
export function FromPlugin({ project }: { project: OAuthProject }) {
  const { control, getValues, reset } = useFormContext<PlaygroundForm>()
  const { provider, kind } = useWatch({ control, name: 'target' })
  const [writing, setWriting] = useState<'opening' | 'open'>()
  const [onOpened] = useState(() => () => setWriting('open'))
  const target = project.targets.find((each) => each.provider === provider && each.kind === kind) ?? project.targets[0]
  if (!target) return null

  function fill({ found, file }: OAuthTarget) {
    const before = getValues()
    reset(filled(before, found.settings), { keepDefaultValues: true })
    showToast(`The settings of ${file} are filled in.`, { label: 'Undo', run: () => reset(before) })
  }

  const found = Object.keys(target.found.settings).length > 0
  return (
    <section aria-label="Code of the plugin" className="grid gap-2 border-b border-line px-4 py-3.5">
      <div className="flex flex-wrap gap-2">
        <Button disabledReason={found ? undefined : target.found.unread[0]} onClick={() => fill(target)}>
          Fill from this plugin
        </Button>
        <Button busy={writing === 'opening' && 'Opening'} onClick={() => setWriting('opening')}>
          Write the code
        </Button>
      </div>
      {!found && <p className="text-12 break-words text-ink-3">{target.found.unread[0]}</p>}
      {found && target.found.unread.length > 0 && (
        <details className="text-12 text-ink-3">
          <summary className="cursor-pointer rounded-tag">
            {target.found.unread.length === 1 ? 'One setting was' : `${target.found.unread.length} settings were`} not
            found in the code
          </summary>
          <ul className="mt-1 grid gap-1">
            {target.found.unread.map((words) => (
              <li key={words} className="break-words">
                {words}
              </li>
            ))}
          </ul>
        </details>
      )}
      {writing && (
        <WriteCode project={project} file={target.file} onOpened={onOpened} onClose={() => setWriting(undefined)} />
      )}
    </section>
  )
}
