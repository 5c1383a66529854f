'use client'

import { ChevronsUpDown, Image as Picture, Upload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Note, useInvalid } from '../note'
import { pictureAddress } from '../picture-address'
import { useDisabled, useReading, useSource, useValue } from '../source-context'
import type { WidgetProps } from '../widget-props'

const pictures = /\.(svg|png|jpe?g|webp|gif)$/i

/** A picture of the folder _assets: chosen, or added from the computer. */
export function IconField({ node, path, id, labelId, noteId }: WidgetProps) {
  const source = useSource()
  const value = useValue(path)
  const disabled = useDisabled()
  const invalid = useInvalid(path)
  const input = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState<string>()
  const paths = useReading((each) => each.paths())
  const name = typeof value === 'string' ? value : undefined
  const names = paths
    .filter((each) => each.startsWith('_assets/') && pictures.test(each))
    .map((each) => each.slice('_assets/'.length))
  if (name !== undefined && name !== '' && !names.includes(name)) names.push(name)

  async function take(file: File) {
    const added = source.upload('_assets', file.name, new Uint8Array(await file.arrayBuffer()))
    setRefusal(added.ok ? undefined : added.reason)
    if (added.ok) source.set(path, added.path.slice('_assets/'.length), node.title)
  }

  return (
    <>
      <div className="flex items-center gap-2">
        <Preview name={name} theme="light" />
        <Preview name={name} theme="dark" />
        <div className="min-w-0 flex-1">
          <Menu
            align="start"
            trigger={
              <button
                id={id}
                type="button"
                aria-labelledby={`${labelId} ${id}`}
                aria-describedby={noteId}
                data-invalid={invalid || undefined}
                disabled={disabled || names.length === 0}
                className="code-text quick flex h-7 w-full min-w-0 items-center justify-between gap-2 rounded-control border border-control bg-surface px-2 text-left hover:border-ink-3 focus-visible:border-accent focus-visible:shadow-[0_0_0_1px_var(--accent)] disabled:border-line-strong disabled:bg-chrome disabled:text-ink-3 data-[invalid]:border-error max-sm:h-10"
              >
                <span className="truncate">{name || (names.length === 0 ? 'No pictures yet' : 'Not set')}</span>
                <Icon of={ChevronsUpDown} size={14} className="text-ink-3" />
              </button>
            }
          >
            {names.map((each) => (
              <MenuItem key={each} onSelect={() => source.set(path, each, node.title)}>
                <span className="code-text">{each}</span>
              </MenuItem>
            ))}
            {!node.required && value !== undefined && (
              <MenuItem onSelect={() => source.remove(path, node.title)}>Not set</MenuItem>
            )}
          </Menu>
        </div>
        {!disabled && (
          <>
            <Button icon={Upload} onClick={() => input.current?.click()}>
              Upload
            </Button>
            <input
              ref={input}
              type="file"
              accept="image/svg+xml,image/png,image/jpeg"
              hidden
              aria-label={`${node.title}: picture from your computer`}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) void take(file)
                event.target.value = ''
              }}
            />
          </>
        )}
      </div>
      <Note node={node} path={path} noteId={noteId} problem={refusal} />
    </>
  )
}

/** The picture as it stands on a light or a dark page. */
function Preview({ name, theme }: { name: string | undefined; theme: 'light' | 'dark' }) {
  const bytes = useReading((source) => (name === undefined ? undefined : source.picture(`_assets/${name}`)))
  const image = useRef<HTMLImageElement>(null)
  // The address of a picture is made in the browser, after the page of the server.
  useEffect(() => {
    if (!bytes || name === undefined || !image.current) return
    image.current.src = pictureAddress(name, bytes)
  }, [bytes, name])
  return (
    <span
      data-theme={theme}
      title={`On ${theme}`}
      className="grid size-7 shrink-0 place-items-center overflow-hidden rounded-control border border-line-strong bg-surface text-ink-3"
    >
      {/* A picture of the plugin itself, made here: next/image has nothing to do. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      {bytes ? <img ref={image} alt="" className="size-full object-contain" /> : <Icon of={Picture} />}
    </span>
  )
}
