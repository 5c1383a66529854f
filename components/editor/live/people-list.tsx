'use client'

import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Avatar } from '@/components/ui/avatar'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Tooltip } from '@/components/ui/tooltip'
import { useEditor, useStore } from '../store/use-editor'
import { markPlaces } from './mark-places'
import type { Person } from './messages'
import { placeName } from './place-name'
import { pathFromPointer } from '@/lib/plugin/yaml/pointer'

/** So many stand in the bar; who else is here stands in a menu. */
const SHOWN = 4
const buttonStyle =
  'quick grid size-7 shrink-0 place-items-center rounded-round hover:bg-hover focus-visible:shadow-[0_0_0_2px_var(--accent)]'

/** Who else has the plugin open, in the top bar; each is the way to where they are. */
export function PeopleList({ people }: { people: readonly Person[] }) {
  const store = useStore()
  const file = useEditor((state) => state.place.file)
  const said = useSaid(people)
  useEffect(() => markPlaces(people, file), [people, file])
  const slot = document.getElementById('people')
  if (!slot) return null

  const where = ({ place }: Person) => placeName(store.get().files, place)
  const goTo = ({ place }: Person) => {
    if (store.get().files.has(place.file)) store.select({ file: place.file, at: pathFromPointer(place.at) })
  }
  const shown = people.length > SHOWN ? people.slice(0, SHOWN - 1) : people
  const rest = people.slice(shown.length)
  return createPortal(
    <>
      <span role="status" className="sr-only">
        {said}
      </span>
      {people.length > 0 && (
        <ul aria-label="Also here" className="flex items-center max-sm:hidden">
          {shown.map((person) => (
            <li key={person.userId}>
              <Tooltip text={`${person.name}: ${where(person)}`} describes={false}>
                <button
                  type="button"
                  className={buttonStyle}
                  aria-label={`${person.name}, at ${where(person)}`}
                  onClick={() => goTo(person)}
                >
                  <Avatar name={person.name} />
                </button>
              </Tooltip>
            </li>
          ))}
          {rest.length > 0 && (
            <li>
              <Menu
                trigger={
                  <button type="button" className={buttonStyle} aria-label={`${rest.length} more people`}>
                    <span className="text-12 text-ink-2">+{rest.length}</span>
                  </button>
                }
              >
                {rest.map((person) => (
                  <MenuItem key={person.userId} onSelect={() => goTo(person)}>
                    {person.name}: {where(person)}
                  </MenuItem>
                ))}
              </Menu>
            </li>
          )}
        </ul>
      )}
    </>,
    slot,
  )
}

/** Who came or went, for screen readers; where they move is not called out. */
function useSaid(people: readonly Person[]): string {
  const [seen, setSeen] = useState<{ people: readonly Person[]; said: string }>({ people: [], said: '' })
  if (seen.people !== people) {
    const without = (all: readonly Person[], others: readonly Person[]) =>
      all.filter(({ userId }) => !others.some((other) => other.userId === userId)).map(({ name }) => name)
    const came = without(people, seen.people).map((name) => `${name} is here too.`)
    const went = without(seen.people, people).map((name) => `${name} has left.`)
    setSeen({ people, said: [...came, ...went].join(' ') || seen.said })
  }
  return seen.said
}
