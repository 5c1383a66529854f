'use client'

import { useEffect } from 'react'
import { addressOf, placeFromAddress } from './place-address'
import type { Store } from './store/store'
import type { UiStore } from './store/ui-state'

/**
 * Keeps the chosen document and field in the address, so that a link leads to the same place. Another document is another entry of the
 * browser's history; Back opens the one before.
 */
export function useAddress(store: Store, ui: UiStore): void {
  useEffect(() => {
    const { pathname } = location
    let timer: ReturnType<typeof setTimeout> | undefined
    let written = store.get().place.file
    let view = ui.get().view

    const write = () => {
      const { place, files } = store.get()
      const url = new URL(location.href)
      url.searchParams.set('file', place.code)
      if (place.at.length > 0 && place.code === place.file) url.searchParams.set('at', addressOf(place.at))
      else url.searchParams.delete('at')
      const shown = ui.get().view
      if (shown !== undefined) url.searchParams.set('view', shown)
      else url.searchParams.delete('view')
      const next = `${url.pathname}${url.search.replaceAll('%2F', '/')}`
      // A document that is gone, or has another name now, is no place to come back to.
      // The rows of a table are no places of their own either.
      const other = view !== shown || (shown === undefined && place.file !== written && files.has(written))
      view = shown
      written = place.file
      if (next === `${location.pathname}${location.search}`) return
      if (other) history.pushState(history.state, '', next)
      else history.replaceState(history.state, '', next)
    }

    const follow = () => {
      if (location.pathname !== pathname) return
      clearTimeout(timer)
      const asked = new URL(location.href).searchParams
      const file = asked.get('file') ?? undefined
      view = asked.get('view') ?? undefined
      const { files, place } = store.get()
      const wanted = placeFromAddress(files, file, asked.get('at') ?? undefined)
      const there = wanted.code === place.code && addressOf(wanted.at) === addressOf(place.at)
      if (!there) store.select(wanted)
      if (view !== ui.get().view) ui.set({ view })
      clearTimeout(timer)
      written = wanted.file
      if (file !== undefined && file !== wanted.code) write()
    }

    const unsubscribe = store.subscribe((state, before) => {
      if (state.place === before.place) return
      // Whatever is gone to, is seen.
      if (ui.get().view === 'texts') ui.set({ view: undefined })
      clearTimeout(timer)
      timer = setTimeout(write, 300)
    })
    const unsubscribeUi = ui.subscribe(() => {
      if (ui.get().view !== view) write()
    })
    follow()
    addEventListener('popstate', follow)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      unsubscribeUi()
      removeEventListener('popstate', follow)
    }
  }, [store, ui])
}
