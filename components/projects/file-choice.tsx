'use client'

import { useRef, type ReactNode } from 'react'
import { givenByChoice, type Given } from './dropped-files'

/** A button that opens the system's file or folder chooser; it looks as `className` says. */
export function FileChoice({
  folder,
  onChoose,
  className,
  children,
}: {
  folder?: boolean
  onChoose: (given: Promise<Given | undefined>) => void
  className?: string
  children: ReactNode
}) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className={className} onClick={() => field.current?.click()}>
        {children}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={folder ? 'Folder of a plugin' : 'Package or zip of a plugin'}
        accept={folder ? undefined : '.difypkg,.zip,application/zip'}
        multiple={folder}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          onChoose(Promise.resolve(givenByChoice(files)))
        }}
      />
    </>
  )
}
