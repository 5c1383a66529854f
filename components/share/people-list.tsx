import { Avatar } from '@/components/ui/avatar'
import { roleWords } from './role-words'
import type { PersonWithAccess } from './share-requests'

/** Who has access, and by what: a member, the team, or a link. */
export function PeopleList({ people }: { people: readonly PersonWithAccess[] }) {
  return (
    <section aria-labelledby="share-people" className="pt-5">
      <h3 id="share-people" className="font-semibold">
        Who has access
      </h3>
      <ul className="mt-1">
        {people.map((person) => (
          <li
            key={`${person.id} ${person.team ?? ''} ${person.link ?? ''} ${person.role}`}
            className="flex min-h-9 items-center gap-2.5 border-b border-line"
          >
            <Avatar name={person.name} />
            <span className="min-w-0 truncate">{person.name}</span>
            <span className="min-w-0 truncate text-12 text-ink-3">{wayOf(person)}</span>
            <span className="flex-1" />
            <span className="text-12 text-ink-2">{roleWords[person.role]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function wayOf({ team, link }: PersonWithAccess): string {
  if (team !== undefined) return `by team ${team}`
  if (link !== undefined) return link === '' ? 'by a link' : `by the link ${link}`
  return ''
}
