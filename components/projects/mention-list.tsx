import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar'
import { TimeAgo } from './time-ago'

/** A comment that names the person. */
export interface Mention {
  projectId: string
  /** What the plugin is called. */
  project: string
  threadId: string
  commentId: string
  author?: string
  text: string
  /** RFC 3339. */
  createdAt: string
}

/** Where the person was named and has not looked yet. */
export function MentionList({ mentions, now }: { mentions: readonly Mention[]; now: string }) {
  return (
    <section aria-labelledby="mentions-title" className="border-b border-line px-4 py-4 md:px-10">
      <h2 id="mentions-title" className="text-13 font-semibold">
        You were named
      </h2>
      <ul className="mt-1">
        {mentions.map(({ commentId, projectId, threadId, author = 'Somebody', project, text, createdAt }) => (
          <li key={commentId}>
            <Link
              href={`/projects/${projectId}?comments=${threadId}`}
              prefetch={false}
              className="-mx-2 flex min-h-9 items-center gap-2.5 rounded-control px-2 py-1 hover:bg-hover"
            >
              <Avatar name={author} />
              <span className="shrink-0">
                {author} in <span className="font-medium">{project}</span>
              </span>
              <span className="min-w-0 flex-1 truncate text-ink-2 max-sm:hidden">{text}</span>
              <span className="ml-auto text-12 text-ink-3">
                <TimeAgo time={createdAt} now={now} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
