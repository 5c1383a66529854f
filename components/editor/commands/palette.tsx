'use client'

import { useRouter } from 'next/navigation'
import * as Primitive from 'radix-ui/dialog'
import { useState } from 'react'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { useCopyPlugin } from '../bar/use-copy-plugin'
import { useDownload } from '../bar/use-download'
import { leaveTo } from '../save/leave-to'
import { useUi, useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { commandsOf } from './commands'
import { KeyList } from './key-list'
import { PaletteList } from './palette-list'
import { placesOf } from './places'
import { stepsOf } from './steps'

const names = {
  all: { title: 'Commands and places', placeholder: 'Do something, or go somewhere' },
  steps: { title: 'Your steps', placeholder: 'Go back to just after …' },
  keys: { title: 'Keys', placeholder: '' },
}

/** One field for everything that can be done and every place there is; the same layer lists one's steps and the keys. */
export default function Palette({ projectId, saveNow }: { projectId: string; saveNow: () => void }) {
  const ui = useUiStore()
  const mode = useUi((state) => state.palette)
  const focusBack = useFocusBack()
  const close = () => ui.set({ palette: undefined })
  return (
    <Primitive.Root open={mode !== undefined} onOpenChange={(open) => !open && close()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
        <Primitive.Content
          data-palette
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className="fixed left-1/2 top-[15%] z-(--z-dialog) flex max-h-[70vh] w-[560px] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col overflow-hidden rounded-layer bg-raised shadow-lift-high outline-none focus-visible:shadow-lift-high max-sm:top-4"
        >
          <Primitive.Title className={mode === 'keys' ? 'px-5 pb-1 pt-4 text-15 font-semibold' : 'sr-only'}>
            {names[mode ?? 'all'].title}
          </Primitive.Title>
          {mode === 'keys' ? (
            <KeyList />
          ) : (
            mode && <Choices key={mode} mode={mode} projectId={projectId} saveNow={saveNow} onDone={close} />
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

function Choices({
  mode,
  projectId,
  saveNow,
  onDone,
}: {
  mode: 'all' | 'steps'
  projectId: string
  saveNow: () => void
  onDone: () => void
}) {
  const store = useStore()
  const ui = useUiStore()
  const router = useRouter()
  const { download, downloadZip } = useDownload(projectId)
  const makeCopy = useCopyPlugin(projectId)
  // The list is that of the moment of opening: nothing else changes while the layer is open.
  const [items] = useState(() => {
    if (mode === 'steps') return stepsOf(store, new Date())
    const context = {
      store,
      ui,
      saveNow,
      download: () => void download(),
      downloadZip: () => void downloadZip(),
      makeCopy,
      goTo: (address: string) => void leaveTo(address, { store, ui, go: router.push }),
    }
    return [...commandsOf(context), ...placesOf(context)]
  })
  return (
    <PaletteList
      items={items}
      name={names[mode].title}
      placeholder={names[mode].placeholder}
      onChoose={(item) => {
        onDone()
        item.run()
      }}
    />
  )
}
