import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'

/** What a screen reader says while a row is moved, in the list's own names. */
export function dragWords(ids: readonly string[], nameOf: (index: number) => string): Announcements {
  const name = (id: UniqueIdentifier) => nameOf(ids.indexOf(String(id)))
  const place = (id: UniqueIdentifier) => `place ${ids.indexOf(String(id)) + 1} of ${ids.length}`
  return {
    onDragStart: ({ active }) =>
      `${name(active.id)} lifted from ${place(active.id)}. Arrows move it, Escape puts it back.`,
    onDragOver: ({ active, over }) => (over ? `${name(active.id)} at ${place(over.id)}.` : undefined),
    onDragEnd: ({ active, over }) => (over ? `${name(active.id)} put down at ${place(over.id)}.` : undefined),
    onDragCancel: ({ active }) => `${name(active.id)} is back at ${place(active.id)}.`,
  }
}
