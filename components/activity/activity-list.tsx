'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { TimeAgo } from '@/components/projects/time-ago'
import { deedKinds, type DeedKind } from '@/lib/deed-text'
import { Avatar } from '@/components/ui/avatar'
import { buttonStyle } from '@/components/ui/button-style'
import { Select } from '@/components/ui/select'

export interface ActivityRow {
  id: string
  name?: string
  text: string
  project?: { id: string; label: string; deleted: boolean }
  /** RFC 3339. */
  at: string
}

export interface ActivityProps {
  rows: readonly ActivityRow[]
  next?: string
  now: string
  /** Where the list stands, and how it is filtered; absent where it is only shown. */
  filter?: {
    path: string
    people: readonly { id: string; name: string }[]
    person?: string
    kind?: DeedKind
    /** A later page than the first. */
    later: boolean
  }
}

const all = 'all'

/** Who did what, when, the latest first; filtered by person and kind through the address, so that it can be linked to. */
export function ActivityList({ rows, next, now, filter }: ActivityProps) {
  const router = useRouter()
  const address = (change: { person?: string; kind?: string; after?: string }) => {
    const query = new URLSearchParams()
    const wanted: Record<string, string | undefined> = { person: filter?.person, kind: filter?.kind, ...change }
    for (const [name, value] of Object.entries(wanted)) if (value && value !== all) query.set(name, value)
    return `${filter?.path}${query.size > 0 ? `?${query}` : ''}`
  }
  const filtered = filter?.person !== undefined || filter?.kind !== undefined
  return (
    <>
      {filter && (
        <div className="mb-3 flex flex-wrap gap-2">
          <div className="w-44">
            <Select
              aria-label="Person"
              value={filter.person ?? all}
              onValueChange={(person) => router.push(address({ person }))}
              choices={[
                { value: all, label: 'Everybody' },
                ...filter.people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
          <div className="w-44">
            <Select
              aria-label="What it is about"
              value={filter.kind ?? all}
              onValueChange={(kind) => router.push(address({ kind }))}
              choices={[
                { value: all, label: 'Everything' },
                ...Object.entries(deedKinds).map(([value, label]) => ({ value, label })),
              ]}
            />
          </div>
        </div>
      )}
      {rows.length === 0 && (
        <p className="text-ink-3">{filtered ? 'Nothing of this kind was done.' : 'Nothing was done yet.'}</p>
      )}
      <ul className="border-t border-line empty:hidden">
        {rows.map(({ id, name, text, project, at }) => (
          <li key={id} className="flex min-h-9 items-center gap-2.5 border-b border-line py-1.5">
            <Avatar name={name ?? '?'} />
            <span className="min-w-0 flex-1 break-words text-ink-2">
              <span className="font-medium text-ink">{name ?? 'A deleted account'}</span>{' '}
              {project ? <Deed text={text} project={project} /> : text}
            </span>
            <span className="text-12 text-ink-3">
              <TimeAgo time={at} now={now} />
            </span>
          </li>
        ))}
      </ul>
      {filter && (next !== undefined || filter.later) && (
        <nav aria-label="Pages" className="mt-3 flex gap-2">
          {filter.later && (
            <Link href={address({})} className={buttonStyle()}>
              Latest
            </Link>
          )}
          {next !== undefined && (
            <Link href={address({ after: next })} className={buttonStyle()}>
              Earlier
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

/** A deed with the plugin that it was done to as a link: where the words end with its name, they are the link. */
function Deed({ text, project }: { text: string; project: NonNullable<ActivityRow['project']> }) {
  const { id, label, deleted } = project
  const named = label !== '' && text.endsWith(` ${label}`)
  return (
    <>
      {named ? text.slice(0, -label.length) : `${text} · `}
      {deleted ? (
        label
      ) : (
        <Link href={`/projects/${id}`} prefetch={false} className="link">
          {label || 'a plugin'}
        </Link>
      )}
    </>
  )
}
