'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { EditorState, Store } from './store'

const StoreContext = createContext<Store | undefined>(undefined)

export const StoreProvider = StoreContext.Provider

/** The store of the open project; reading it does not subscribe. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useStore needs a StoreProvider around it.')
  return store
}

/** A part of the state; the component is drawn again only when that part is another value. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const store = useStore()
  const read = () => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
