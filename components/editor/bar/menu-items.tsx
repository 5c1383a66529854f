'use client'

import { CopyPlus, Download, FileArchive, Redo2, Search, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { MenuItem, MenuLink, MenuNote, MenuSeparator } from '@/components/ui/menu'
import { useUi, useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { useCopyPlugin } from './use-copy-plugin'

/** Everything that the bar has no room for in a narrow window. */
export function NarrowItems({
  oauth,
  projectId,
  onDownload,
  onZip,
}: {
  oauth: string
  projectId: string
  onDownload: () => void
  onZip: () => void
}) {
  const ui = useUiStore()
  const access = useUi((state) => state.access)
  return (
    <>
      <HistoryItems />
      <MenuSeparator />
      <MenuItem icon={Search} onSelect={() => ui.set({ palette: 'all' })}>
        Commands and places
      </MenuItem>
      <MenuItem onSelect={() => ui.set({ view: 'history', pane: 'form' })}>History</MenuItem>
      <MenuItem onSelect={() => ui.set({ bottom: 'problems', pane: 'problems' })}>Check</MenuItem>
      <MenuLink>
        <Link href={oauth}>OAuth</Link>
      </MenuLink>
      {access.role === 'own' && <MenuItem onSelect={() => ui.set({ sharing: true })}>Share</MenuItem>}
      {access.download && (
        <>
          <MenuItem icon={Download} onSelect={onDownload}>
            Download .difypkg
          </MenuItem>
          <TakeAlongItems projectId={projectId} onZip={onZip} />
        </>
      )}
    </>
  )
}

/** The plugin in other forms: its files, a copy, what it is a copy of. */
export function TakeAlongItems({ projectId, onZip }: { projectId: string; onZip: () => void }) {
  const makeCopy = useCopyPlugin(projectId)
  const origin = useUi((state) => state.access.origin)
  return (
    <>
      <MenuItem icon={FileArchive} onSelect={onZip}>
        Download files as zip
      </MenuItem>
      <MenuItem icon={CopyPlus} onSelect={makeCopy}>
        Make a copy
      </MenuItem>
      {origin?.id !== undefined && (
        <MenuLink>
          <Link href={`/projects/${origin.id}`}>Open {origin.label}</Link>
        </MenuLink>
      )}
      {origin && origin.id === undefined && <MenuNote>Copy of {origin.label}</MenuNote>}
    </>
  )
}

function HistoryItems() {
  const store = useStore()
  const undo = useEditor((state) => state.undo.length > 0)
  const redo = useEditor((state) => state.redo.length > 0)
  return (
    <>
      <MenuItem icon={Undo2} disabledReason={undo ? undefined : 'Nothing to undo'} onSelect={store.undo}>
        Undo
      </MenuItem>
      <MenuItem icon={Redo2} disabledReason={redo ? undefined : 'Nothing to redo'} onSelect={store.redo}>
        Redo
      </MenuItem>
    </>
  )
}
