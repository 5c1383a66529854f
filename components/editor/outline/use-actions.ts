import { useEffect, useMemo, useState } from 'react'
import { whenIdle } from '@/components/ui/when-idle'
import { useStore } from '../store/use-editor'
import type { outlineActions } from './actions'

export type OutlineActions = ReturnType<typeof outlineActions>

let loaded: typeof outlineActions | undefined

/** What can be done with documents and files. It loads when the page can be used, at the latest with a key; undefined until then. */
export function useOutlineActions(): OutlineActions | undefined {
  const store = useStore()
  const [make, setMake] = useState(() => loaded)
  useEffect(() => {
    if (make) return
    let left = false
    const load = () =>
      void import('./actions').then(
        (module) => {
          loaded = module.outlineActions
          if (!left) setMake(() => loaded)
        },
        () => undefined,
      )
    const cancel = whenIdle(load)
    addEventListener('keydown', load, { capture: true, once: true })
    addEventListener('online', load)
    return () => {
      left = true
      cancel()
      removeEventListener('keydown', load, { capture: true })
      removeEventListener('online', load)
    }
  }, [make])
  return useMemo(() => make?.(store), [make, store])
}
