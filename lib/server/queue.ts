import 'server-only'

const tails = new Map<string, Promise<unknown>>()

/** Runs the work after all earlier work under the same name in this process; other names do not wait. */
export async function queued<T>(name: string, work: () => Promise<T>): Promise<T> {
  const result = (tails.get(name) ?? Promise.resolve()).then(work, work)
  const tail = result.catch(() => {})
  tails.set(name, tail)
  try {
    return await result
  } finally {
    if (tails.get(name) === tail) tails.delete(name)
  }
}
