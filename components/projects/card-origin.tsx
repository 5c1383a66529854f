import Link from 'next/link'
import type { ProjectCardData } from './project-card-data'

const may = { view: 'you may view', comment: 'you may comment', edit: 'you may edit', own: 'you own it too' } as const

/** Where a plugin comes from: who shared it, and what it is a copy of. */
export function CardOrigin({ project: { origin, sharedBy, by, role = 'view' } }: { project: ProjectCardData }) {
  return (
    <p className="mb-4 mt-1.5 truncate text-12 text-ink-3 empty:mt-0">
      {by === 'link' && `Shared${sharedBy === undefined ? '' : ` by ${sharedBy}`}, ${may[role]}`}
      {by === 'link' && origin && ' · '}
      {origin && 'Copy of '}
      {origin &&
        (origin.id === undefined ? (
          origin.label
        ) : (
          <Link href={`/projects/${origin.id}`} prefetch={false} className="link relative">
            {origin.label}
          </Link>
        ))}
    </p>
  )
}
