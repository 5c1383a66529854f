'use client'

import { useEffect } from 'react'
import { addressOf } from './place-address'
import type { Store } from './store/store'

/** Keeps the chosen document and field in the address, so that a link leads to the same place. */
export function useAddress(store: Store): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      const { place } = store.get()
      const url = new URL(location.href)
      url.searchParams.set('file', place.code)
      if (place.at.length > 0 && place.code === place.file) url.searchParams.set('at', addressOf(place.at))
      else url.searchParams.delete('at')
      const next = `${url.pathname}${url.search.replaceAll('%2F', '/')}`
      if (next !== `${location.pathname}${location.search}`) history.replaceState(history.state, '', next)
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.place === before.place) return
      clearTimeout(timer)
      timer = setTimeout(write, 300)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store])
}
