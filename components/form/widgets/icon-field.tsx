'use client'

import { Image as Picture, Upload } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { Note, useInvalid } from '../note'
import { useDisabled, useReading, useSource, useValue } from '../source-context'
import type { WidgetProps } from '../widget-props'

const pictures = /\.(svg|png|jpe?g|webp|gif)$/i
const types: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif' }

/** A picture of the folder _assets: chosen, or added from the computer. */
export function IconField({ node, path, id, labelId, noteId }: WidgetProps) {
  const source = useSource()
  const value = useValue(path)
  const disabled = useDisabled()
  const input = useRef<HTMLInputElement>(null)
  const paths = useReading((each) => each.paths())
  const name = typeof value === 'string' ? value : undefined
  const names = paths.filter((each) => each.startsWith('_assets/') && pictures.test(each)).map((each) => each.slice('_assets/'.length))
  if (name !== undefined && name !== '' && !names.includes(name)) names.push(name)

  async function take(file: File) {
    const added = source.upload('_assets', file.name, new Uint8Array(await file.arrayBuffer()))
    source.set(path, added.slice('_assets/'.length), node.title)
  }

  return (
    <>
      <div className="flex items-center gap-2">
        <Preview name={name} />
        <div className="min-w-0 flex-1">
          <Select
            id={id}
            aria-labelledby={labelId}
            aria-describedby={noteId}
            aria-invalid={useInvalid(path) || undefined}
            mono
            disabled={disabled || names.length === 0}
            value={name}
            placeholder={names.length === 0 ? 'No pictures yet' : 'Not set'}
            choices={names.map((each) => ({ value: each, label: each }))}
            onValueChange={(each) => source.set(path, each, node.title)}
          />
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
      <Note node={node} path={path} noteId={noteId} />
    </>
  )
}

function Preview({ name }: { name: string | undefined }) {
  const bytes = useReading((source) => (name === undefined ? undefined : source.picture(`_assets/${name}`)))
  const image = useRef<HTMLImageElement>(null)
  // The address of a picture is made in the browser, after the page of the server.
  useEffect(() => {
    if (!bytes || name === undefined || !image.current) return
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] }))
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [bytes, name])
  return (
    <span className="grid size-7 shrink-0 place-items-center overflow-hidden rounded-control border border-line-strong text-ink-3">
      {/* A picture of the plugin itself, made here: next/image has nothing to do. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      {bytes ? <img ref={image} alt="" className="size-full object-contain" /> : <Icon of={Picture} />}
    </span>
  )
}
