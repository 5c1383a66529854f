'use client'

import { Download, Ellipsis, FileArchive, PanelLeft, Redo2, Search, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { TopBar } from '@/components/ui/top-bar'
import { textOf, type Files } from '@/lib/plugin/files'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { commandKeys } from '../commands/command-keys'
import { SaveStatus } from '../save/save-status'
import { useUiStore, useUi } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { useDownload, usePackerAhead } from './use-download'

/** The bar of the editor: what is open, whether it is saved, and what can be done with all of it. */
export function EditorBar({ saveNow }: { saveNow: () => void }) {
  const ui = useUiStore()
  const name = useEditor(
    (state) => manifestText(state.files, ['label', 'en_US']) ?? manifestText(state.files, ['name']) ?? 'Plugin',
  )
  const version = useEditor((state) => manifestText(state.files, ['version']))
  const drawer = useUi((state) => state.drawer)
  const { busy, download, downloadZip } = useDownload()
  usePackerAhead()
  return (
    <TopBar
      crumbs={[
        <h1 key="name" className="truncate" title={name}>
          {name}
        </h1>,
      ]}
      beside={
        <>
          {version !== undefined && <span className="code-12 shrink-0 text-ink-3 max-sm:hidden">{version}</span>}
          <SaveStatus saveNow={saveNow} />
        </>
      }
    >
      <IconButton
        icon={PanelLeft}
        label={drawer ? 'Close the outline' : 'Open the outline'}
        aria-expanded={drawer}
        className="hidden max-[1099px]:inline-flex max-[899px]:hidden"
        onClick={() => ui.set({ drawer: !drawer })}
      />
      <span className="contents max-[1279px]:hidden">
        <History direction="undo" />
        <History direction="redo" />
        <Button look="ghost" icon={Search} aria-label="Commands and places" onClick={() => ui.set({ palette: 'all' })}>
          <Kbd keys={commandKeys.palette[0]} />
        </Button>
      </span>
      <span className="contents max-[899px]:hidden">
        <Button
          look="ghost"
          className="text-ink"
          onClick={() => ui.set({ bottom: 'problems', problemsFolded: false, pane: 'problems' })}
        >
          Check
        </Button>
        <Menu trigger={<IconButton icon={Ellipsis} label="More ways to download" />}>
          <MenuItem icon={FileArchive} onSelect={() => void downloadZip()}>
            Download files as zip
          </MenuItem>
        </Menu>
        <Button look="primary" icon={Download} busy={busy && 'Packing'} onClick={() => void download()}>
          <span>
            Download<span className="max-[1099px]:hidden"> .difypkg</span>
          </span>
        </Button>
      </span>
      <span className="hidden max-[899px]:contents">
        <NarrowMenu
          onCheck={() => ui.set({ bottom: 'problems', pane: 'problems' })}
          onDownload={() => void download()}
          onZip={() => void downloadZip()}
        />
      </span>
      <ThemeMenu />
    </TopBar>
  )
}

function manifestText(files: Files, path: readonly string[]): string | undefined {
  const found = valueAt(parseYaml(textOf(files, 'manifest.yaml') ?? '').value, path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

function History({ direction }: { direction: 'undo' | 'redo' }) {
  const store = useStore()
  const label = useEditor((state) => state[direction].at(-1)?.label)
  const word = direction === 'undo' ? 'Undo' : 'Redo'
  return (
    <IconButton
      icon={direction === 'undo' ? Undo2 : Redo2}
      label={label === undefined ? word : `${word} ${label}`}
      shortcut={commandKeys[direction][0]}
      disabledReason={label === undefined ? `Nothing to ${direction}` : undefined}
      onClick={() => store[direction]()}
    />
  )
}

function NarrowMenu({
  onCheck,
  onDownload,
  onZip,
}: {
  onCheck: () => void
  onDownload: () => void
  onZip: () => void
}) {
  const ui = useUiStore()
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="More" className="max-sm:size-11" />}>
      <HistoryItems />
      <MenuSeparator />
      <MenuItem icon={Search} onSelect={() => ui.set({ palette: 'all' })}>
        Commands and places
      </MenuItem>
      <MenuItem onSelect={onCheck}>Check</MenuItem>
      <MenuItem icon={Download} onSelect={onDownload}>
        Download .difypkg
      </MenuItem>
      <MenuItem icon={FileArchive} onSelect={onZip}>
        Download files as zip
      </MenuItem>
    </Menu>
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
