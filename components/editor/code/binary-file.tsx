'use client'

import { useEffect, useRef } from 'react'
import { useEditor } from '../store/use-editor'

const pictures: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}

/** A file that is not text: its picture where it is one, and its size. It stays as it is, byte for byte. */
export function BinaryFile({ path }: { path: string }) {
  const content = useEditor((state) => state.files.get(path))
  const bytes = typeof content === 'string' ? undefined : content
  const type = pictures[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (!bytes || !type || !image.current) return
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [bytes, type])
  return (
    <div className="grid gap-3 p-4 text-ink-2">
      <p>
        {bytes ? `${bytes.length.toLocaleString('en')} bytes, not text. ` : ''}
        It stays as it is, byte for byte.
      </p>
      {bytes && type && (
        // A picture of the plugin itself, made here: next/image has nothing to do.
        // eslint-disable-next-line @next/next/no-img-element
        <img
          ref={image}
          alt={path}
          className="max-h-64 max-w-full justify-self-start border border-line object-contain"
        />
      )}
    </div>
  )
}
