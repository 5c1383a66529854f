'use client'

import { Download, Ellipsis, PanelLeft, Redo2, Search, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { lazyPart } from '@/components/ui/lazy-part'
import { Menu } from '@/components/ui/menu'
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

const NarrowItems = lazyPart('The menu', () => import('./menu-items').then((module) => module.NarrowItems))
const TakeAlongItems = lazyPart('The menu', () => import('./menu-items').then((module) => module.TakeAlongItems))

/** The bar of the editor: what is open, whether it is saved, and what can be done with all of it. */
export function EditorBar({ projectId, saveNow }: { projectId: string; saveNow: () => void }) {
  const ui = useUiStore()
  const name = useEditor(
    (state) => manifestText(state.files, ['label', 'en_US']) ?? manifestText(state.files, ['name']) ?? 'Plugin',
  )
  const version = useEditor((state) => manifestText(state.files, ['version']))
  const drawer = useUi((state) => state.drawer)
  const access = useUi((state) => state.access)
  const { busy, download, downloadZip } = useDownload(projectId)
  usePackerAhead()
  const openHistory = () => ui.set({ view: 'history', pane: 'form' })
  const oauth = `/projects/${projectId}/oauth`
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
      <span id="people" className="contents" />
      <IconButton
        icon={PanelLeft}
        label={drawer ? 'Close the outline' : 'Open the outline'}
        aria-expanded={drawer}
        className="hidden max-[1099px]:inline-flex max-[899px]:hidden"
        onClick={() => ui.set({ drawer: !drawer })}
      />
      <span className="contents max-[899px]:hidden">
        <History direction="undo" />
        <History direction="redo" />
        <Button look="ghost" icon={Search} aria-label="Commands and places" onClick={() => ui.set({ palette: 'all' })}>
          <Kbd keys={commandKeys.palette[0]} className="max-[1279px]:hidden" />
        </Button>
      </span>
      <span className="contents max-[899px]:hidden">
        <Button look="ghost" className="text-ink max-[1099px]:hidden" onClick={openHistory}>
          History
        </Button>
        <Button
          look="ghost"
          className="text-ink"
          onClick={() => ui.set({ bottom: 'problems', problemsFolded: false, pane: 'problems' })}
        >
          Check
        </Button>
        <Link href={oauth} className={buttonStyle({ look: 'ghost', className: 'text-ink' })}>
          OAuth
        </Link>
        {access.role === 'own' && (
          <Button look="ghost" className="text-ink" onClick={() => ui.set({ sharing: true })}>
            Share
          </Button>
        )}
        {access.download && (
          <>
            <Menu trigger={<IconButton icon={Ellipsis} label="More ways to download" />}>
              <TakeAlongItems projectId={projectId} onZip={() => void downloadZip()} />
            </Menu>
            <Button look="primary" icon={Download} busy={busy && 'Packing'} onClick={() => void download()}>
              <span>
                Download<span className="max-[1099px]:hidden"> .difypkg</span>
              </span>
            </Button>
          </>
        )}
      </span>
      <span className="hidden max-[899px]:contents">
        <Menu trigger={<IconButton icon={Ellipsis} label="More" className="max-sm:size-11" />}>
          <NarrowItems
            oauth={oauth}
            projectId={projectId}
            onDownload={() => void download()}
            onZip={() => void downloadZip()}
          />
        </Menu>
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
