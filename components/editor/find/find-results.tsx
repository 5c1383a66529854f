'use client'

import { Button } from '@/components/ui/button'
import { textOf } from '@/lib/plugin/files'
import type { FieldHit } from '@/lib/plugin/find/find-fields'
import type { Hit } from '@/lib/plugin/find/find-in-files'
import { documentTypeOf } from '@/lib/plugin/references'
import { pathAt } from '@/lib/plugin/yaml/locate'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { showLine } from '../store/show-line'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { HitRow } from './hit-row'
import type { Replacing } from './replace'
import { rowStyle } from './row-style'

/** Fields whose names fit, then places by file; each leads there. While replacing, each says what becomes of it and can be left out. */
export function FindResults({
  hits,
  fields,
  replacing,
}: {
  hits: readonly Hit[]
  fields: readonly FieldHit[]
  replacing?: Replacing
}) {
  const store = useStore()
  const ui = useUiStore()
  const files = [...new Set(hits.map(({ file }) => file))]

  function goTo({ file, from, line }: Hit) {
    const { files: all } = store.get()
    const text = textOf(all, file)
    const path = text !== undefined && documentTypeOf(all, file) ? pathAt(parseYaml(text), from) : []
    ui.set({ pane: 'file', fileFolded: false, inDify: false })
    store.open(file, path.length > 0 ? path : undefined)
    showLine(store, file, line)
  }

  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-line pb-2">
      {fields.length > 0 && (
        <section aria-label="Fields">
          <h3 className="pb-1 pl-6 pt-2 text-12 font-semibold text-ink-3 max-md:pl-4">Fields {fields.length}</h3>
          <ul>
            {fields.map(({ file, path, title }) => (
              <li
                key={`${file} ${path.join('/')}`}
                className="[contain-intrinsic-size:auto_28px] [content-visibility:auto]"
              >
                <button
                  type="button"
                  className={rowStyle}
                  onClick={() => {
                    ui.set({ pane: 'form' })
                    store.select({ file, at: path })
                  }}
                >
                  <span className="font-medium">{title}</span>
                  <span className="code-12 ml-auto truncate text-ink-3">
                    {file} › {path.join(' › ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {files.map((file) => {
        const own = hits.filter((hit) => hit.file === file)
        return (
          <section key={file} aria-label={file}>
            <div className="flex min-h-8 items-center gap-3 pl-6 pr-3 pt-1 max-md:pl-4">
              <h3 className="code-12 truncate font-medium">{file}</h3>
              <span className="text-12 text-ink-3">{own.length}</span>
              {replacing && (
                <Button
                  look="ghost"
                  size="compact"
                  className="ml-auto"
                  disabledReason={own.some(replacing.isTicked) ? undefined : 'No place of this file is ticked'}
                  onClick={() => replacing.run(own.filter(replacing.isTicked))}
                >
                  Replace in this file
                </Button>
              )}
            </div>
            <ul>
              {own.map((hit) => (
                <HitRow
                  key={hit.from}
                  hit={hit}
                  replaced={replacing?.isTicked(hit)}
                  onTick={() => replacing?.tick(hit)}
                  onGo={() => goTo(hit)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
