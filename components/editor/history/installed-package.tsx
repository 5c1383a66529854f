'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { InlineMessage } from '@/components/ui/inline-message'
import { useUiStore } from '../store/ui-state'
import { clockText } from './clock-text'
import { askForPackage, Unreached, type ComparedSide, type FoundPackage } from './fetch-history'
import { hashPackage } from './hash-package'
import { Marked } from './history-list'
import type { Chosen } from './use-chosen'

/** Which version a package was made of, and what changed since. */
export function InstalledPackage({
  projectId,
  file,
  onCompare,
}: {
  projectId: string
  file: File
  onCompare: (part: Partial<Chosen>) => void
}) {
  const ui = useUiStore()
  const found = useQuery({
    queryKey: ['package', projectId, file.name, file.lastModified, file.size],
    queryFn: async () => {
      const hashed = await hashPackage(new Uint8Array(await file.arrayBuffer()))
      if (!hashed.ok) throw new Unreached(hashed.reason)
      return (await askForPackage(projectId, hashed)).found ?? null
    },
    retry: false,
  })
  const close = (
    <Button size="compact" onClick={() => ui.set({ history: undefined })}>
      Close
    </Button>
  )
  if (found.isPending) return <InlineMessage kind="advice" title={`Looking for the version of ${file.name}.`} />
  if (found.isError)
    return (
      <InlineMessage kind="error" title={`${file.name} was not looked up.`} action={close}>
        {found.error.message}
      </InlineMessage>
    )
  const { data } = found
  if (!data)
    return (
      <InlineMessage kind="publish" title={`No version of this plugin is like ${file.name}.`} action={close}>
        It is of another plugin, or was made elsewhere.
      </InlineMessage>
    )
  const { since } = data
  return (
    <InlineMessage
      kind="advice"
      title={heading(data, file.name)}
      action={
        <span className="flex flex-wrap justify-end gap-2">
          <Button
            size="compact"
            onClick={() => onCompare({ from: data.revision.id, to: since?.head.id ?? data.revision.id })}
          >
            Compare with now
          </Button>
          {close}
        </span>
      }
    >
      {data.difference.files.length > 0 && (
        <span className="block">
          Not as saved:{' '}
          {data.difference.files
            .map(({ path }) => path)
            .slice(0, 8)
            .join(', ')}
          .
        </span>
      )}
      {since ? (
        <span className="block">
          Changed since: <Marked text={since.words.join('; ')} />
          {since.more > 0 ? ` and ${since.more} more` : ''}.
        </span>
      ) : (
        <span className="block">It is what stands here now.</span>
      )}
    </InlineMessage>
  )
}

function heading({ by, revision }: FoundPackage, name: string): string {
  const version = `the version ${said(revision)}`
  if (by === 'near') return `${name} is closest to ${version}.`
  return by === 'bytes' ? `${name} was downloaded from ${version}.` : `${name} has exactly the files of ${version}.`
}

function said({ time, author, name }: ComparedSide): string {
  return `${name === undefined ? '' : `“${name}” `}of ${clockText(time)}${author === undefined ? '' : ` by ${author}`}`
}
