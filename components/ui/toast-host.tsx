'use client'

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { listenForToasts, toastsWait } from './toast'
import { whenIdle } from './when-idle'

const ToastLayer = lazy(() => import('./toast-layer'))

/** Where toasts appear. Stands once, in the layout; what draws them loads when the page is quiet or the first one comes. */
export function ToastHost() {
  const asked = useSyncExternalStore(listenForToasts, toastsWait, () => false)
  const [ready, setReady] = useState(false)
  useEffect(() => whenIdle(() => setReady(true)), [])
  if (!asked && !ready) return null
  return (
    <Suspense>
      <ToastLayer />
    </Suspense>
  )
}
