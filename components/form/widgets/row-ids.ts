import { isMap } from '../field-node'
import { itemNames } from './row-names'

/** A row: `id` follows the entry wherever it goes, `key` says where it stands now. */
export interface RowId {
  readonly id: string
  readonly key: string | number
}

interface Known extends RowId {
  readonly text: string
  readonly name: string | undefined
}

export interface RowTracker {
  /** The rows of the list or map as it is now; the same array while nothing was added, taken out, moved or renamed. */
  readonly rows: (value: unknown) => readonly RowId[]
  /** Runs an edit of which the order of the old rows afterwards is known; undefined stands for a row that is new. */
  readonly during: <T>(order: readonly (string | undefined)[], edit: () => T) => T
}

/**
 * Gives entries an identity that the file does not have. After a change from anywhere (undo, the code pane, a merge) an entry is
 * known again by its content, else by its name, else by its place where the length stayed.
 */
export function rowTracker(): RowTracker {
  let last = 0
  let seen: unknown
  let known: readonly Known[] = []
  let rows: readonly RowId[] = []
  let expected: readonly (string | undefined)[] | undefined
  const newId = () => `row${(last += 1)}`

  function follow(value: unknown): readonly Known[] {
    const next = entriesOf(value)
    if (expected?.length === next.length) {
      const order = expected
      expected = undefined
      return next.map((entry, index) => ({ ...entry, id: order[index] ?? newId() }))
    }
    const ids: (string | undefined)[] = next.map(() => undefined)
    const free = new Set(known.map((_, index) => index))
    const carry = (fits: (old: Omit<Known, 'id'>, entry: Omit<Known, 'id'>, from: number, to: number) => boolean) =>
      next.forEach((entry, to) => {
        if (ids[to] !== undefined) return
        for (const from of free) {
          const old = known[from]
          if (!old || !fits(old, entry, from, to)) continue
          ids[to] = old.id
          free.delete(from)
          return
        }
      })
    carry((old, entry) => old.key === entry.key && old.text === entry.text)
    carry((old, entry) => old.text === entry.text)
    carry((old, entry) => old.name !== undefined && old.name === entry.name)
    if (known.length === next.length) carry((_old, _entry, from, to) => from === to)
    return next.map((entry, index) => ({ ...entry, id: ids[index] ?? newId() }))
  }

  return {
    rows(value) {
      if (Object.is(seen, value)) return rows
      const followed = follow(value)
      seen = value
      known = followed
      const same =
        rows.length === followed.length &&
        followed.every(({ id, key }, index) => rows[index]?.id === id && rows[index].key === key)
      if (!same) rows = followed.map(({ id, key }) => ({ id, key }))
      return rows
    },
    during(order, edit) {
      expected = order
      try {
        return edit()
      } finally {
        expected = undefined
      }
    },
  }
}

function entriesOf(value: unknown): Omit<Known, 'id'>[] {
  if (Array.isArray(value)) {
    return value.map((entry: unknown, key) => ({ key, text: JSON.stringify(entry), name: itemNames([entry])[0] }))
  }
  if (!isMap(value)) return []
  return Object.entries(value).map(([key, entry]) => ({ key, text: JSON.stringify(entry), name: key }))
}
