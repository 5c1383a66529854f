'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { pictureAddress } from '@/components/form/picture-address'
import { showToast } from '@/components/ui/toast'
import { bytesOf, removeFile } from '@/lib/plugin/files'
import { PaneTitle } from './form-pane'
import { lazyPart } from '@/components/ui/lazy-part'
import { useUiStore } from './store/ui-state'
import { undoNewest } from './store/undo-newest'
import { useEditor, useStore } from './store/use-editor'

const said: readonly [RegExp, string][] = [
  [/^readme(\/.*)?\.md$|^readme\//i, 'What people read about the plugin on its page in the marketplace.'],
  [/^privacy\.md$/i, 'What happens to people’s data. The marketplace asks for it.'],
  [/^requirements\.txt$/, 'The Python packages that Dify installs before it starts the plugin.'],
  [/^pyproject\.toml$/, 'The Python project, for those who work on the code with uv.'],
  [/^main\.py$/, 'Starts the plugin. It seldom needs a change.'],
  [/^\.difyignore$|^\.gitignore$/, 'Files that stay out of the package.'],
  [/^\.env\.example$/, 'Settings for running the plugin on your computer against a Dify that debugs it.'],
  [/^_assets\//, 'Pictures that documents name as their icons.'],
  [/\.py$/, 'Python that belongs to no document directly.'],
]

const MarkdownPreview = lazyPart('The preview', () =>
  import('./markdown/markdown-preview').then((module) => module.MarkdownPreview),
)

/** A file without a form: what it is for and what can be done with it. */
export function PlainFile({ path }: { path: string }) {
  const store = useStore()
  const ui = useUiStore()
  const readOnly = useEditor((state) => state.readOnly)
  const content = useEditor((state) => state.files.get(path))
  const size = useMemo(() => (content === undefined ? 0 : bytesOf(content).length), [content])
  const isText = typeof content === 'string'
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    <>
      <header className="border-b border-line">
        <PaneTitle title={name} kind="File" />
        <p className="code-12 flex h-9 items-center truncate px-(--pad) text-ink-3" title={path}>
          {path}
        </p>
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="grid max-w-[60ch] content-start gap-3 px-(--pad) py-4">
          <p className="text-ink-2">
            {said.find(([pattern]) => pattern.test(path))?.[1] ??
              'No document names this file. It travels in the package as it is.'}
          </p>
          <p className="text-ink-3">
            {size.toLocaleString('en')} bytes
            {isText ? '. It has no form: edit its text in the file pane.' : ', not text.'}
          </p>
          {!readOnly && path !== 'manifest.yaml' && (
            <div className="flex gap-2">
              <Button
                icon={Pencil}
                onClick={() => ui.set({ task: { kind: 'rename-file', file: path }, drawer: true, pane: 'outline' })}
              >
                Rename
              </Button>
              <Button
                icon={Trash2}
                look="danger"
                onClick={() => {
                  store.change(`Delete ${path}`, (files) => removeFile(files, path))
                  showToast(`${path} deleted`, { label: 'Undo', run: undoNewest(store) })
                }}
              >
                Delete
              </Button>
            </div>
          )}
        </div>
        {/\.svg$/i.test(path) && isText && (
          <div className="border-t border-line px-(--pad) py-5">
            {/* As an image an SVG runs no scripts. */}
            {/* eslint-disable-next-line @next/next/no-img-element */}
            <img
              alt={`Picture ${name}`}
              src={pictureAddress(path, bytesOf(content))}
              className="max-h-80 max-w-full border border-line object-contain"
            />
          </div>
        )}
        {isText && /\.md$/i.test(path) && (
          <div className="border-t border-line px-(--pad) py-5">
            <MarkdownPreview key={path} path={path} />
          </div>
        )}
      </div>
    </>
  )
}
