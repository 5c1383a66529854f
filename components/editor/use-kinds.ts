'use client'

import { use, useEffect } from 'react'
import { missingKinds } from '@/lib/plugin/present-kinds'
import type { Files } from '@/lib/plugin/files'
import { whenIdle } from '@/components/ui/when-idle'
import { loadKinds } from '@/lib/plugin/kinds/registry'
import { signInPart } from '@/lib/plugin/kinds/sign-in-part'
import type { Store } from './store/store'

/** Waits until the kinds of these files are loaded. */
export function useKindsOf(files: Files | undefined): void {
  const missing = files ? missingKinds(files) : []
  if (missing.length > 0) use(loadKinds(missing))
}

/** Loads kinds that come into the plugin later: typed into the manifest, merged, taken back. A sign-in may come any time. */
export function useNewKinds(store: Store): void {
  useEffect(() => whenIdle(() => void loadKinds([signInPart]).catch(() => undefined)), [])
  useEffect(() => {
    let manifest: unknown
    return store.subscribe(({ files }) => {
      if (files.get('manifest.yaml') === manifest) return
      manifest = files.get('manifest.yaml')
      const missing = missingKinds(files)
      // Offline they stay plain files; the next change of the manifest tries again.
      if (missing.length > 0) loadKinds(missing).then(store.reread, () => {})
    })
  }, [store])
}
