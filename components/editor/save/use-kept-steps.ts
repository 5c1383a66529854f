'use client'

import { useEffect } from 'react'
import type { Store } from '../store/store'
import { stepKeeper, takeSteps } from './kept-steps'

const KEY = 'plugwright-steps-of'
const REST_MS = 500

/** Gives the steps of undo back after a reload of this tab, and keeps them for the next. */
export function useKeptSteps(store: Store, projectId: string): void {
  useEffect(() => {
    if (store.get().readOnly) return
    const key = `${KEY} ${projectId}`
    // A session is this page of this tab: a duplicated tab begins with the same steps and goes its own way.
    const [before, session] = [sessionRead(key), crypto.randomUUID()]
    const keeper = stepKeeper(session)
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false

    const write = () => {
      clearTimeout(timer)
      timer = undefined
      void keeper.write(store.get())
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(write, REST_MS)
    }
    const leave = () => timer !== undefined && write()
    const unsubscribe = store.subscribe((state, old) => {
      if (state.undo === old.undo && state.redo === old.redo) return
      later()
    })
    // The first step may be made before this is loaded.
    if (store.get().undo.length > 0) later()
    const taken =
      before === null
        ? Promise.resolve()
        : takeSteps(before, Date.now()).then((steps) => {
            if (!stopped) store.keepSteps(steps)
          })
    // Without a store for them, steps end with the page; nothing else depends on it.
    void taken.catch(() => undefined).then(() => sessionWrite(key, session))
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      stopped = true
      leave()
      unsubscribe()
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [store, projectId])
}

function sessionRead(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function sessionWrite(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Then the next reload begins without steps.
  }
}
