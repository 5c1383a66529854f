'use client'

import { useEffect } from 'react'
import { pointerOf } from '@/lib/plugin/yaml/pointer'
import { placeFromAddress } from './place-address'
import type { Store } from './store/store'
import { openComments, type UiStore } from './store/ui-state'

/** The file pane shows the plugin in Dify. */
const IN_DIFY = 'in-dify'

/**
 * Keeps the chosen document, its tab and the field in the address, so that a link leads to the same place. Another document or tab is
 * another entry of the browser's history; Back opens the one before.
 */
export function useAddress(store: Store, ui: UiStore): void {
  useEffect(() => {
    const { pathname } = location
    let timer: ReturnType<typeof setTimeout> | undefined
    let written = store.get().place
    let { view, inDify: dify } = ui.get()

    const write = () => {
      const { place, files } = store.get()
      const url = new URL(location.href)
      url.searchParams.set('file', place.code)
      put(url, 'at', place.code === place.file ? pointerOf(place.at) : undefined)
      put(url, 'section', place.section)
      const { view: shown, inDify } = ui.get()
      put(url, 'view', shown)
      put(url, 'pane', inDify ? IN_DIFY : undefined)
      const next = `${url.pathname}${url.search.replaceAll('%2F', '/')}`
      // A document that is gone, or has another name now, is no place to come back to.
      // The rows of a table are no places of their own either.
      const moved = shown === undefined && place.file !== written.file && files.has(written.file)
      const turned = place.file === written.file && place.section !== undefined && place.section !== written.section
      const other = view !== shown || moved || turned || (inDify && !dify)
      view = shown
      dify = inDify
      written = place
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
      dify = asked.get('pane') === IN_DIFY
      const { files, place } = store.get()
      const wanted = placeFromAddress(files, file, asked.get('at') ?? undefined, asked.get('section') ?? undefined)
      const there =
        wanted.code === place.code && pointerOf(wanted.at) === pointerOf(place.at) && wanted.section === place.section
      if (!there) store.select(wanted, wanted.at.length > 0 ? 'keys' : 'other')
      if (view !== ui.get().view) ui.set({ view })
      if (asked.has('comments')) openComments(ui)
      if (dify !== ui.get().inDify) ui.set(dify ? { inDify: true, fileFolded: false, pane: 'file' } : { inDify: false })
      clearTimeout(timer)
      written = store.get().place
      if (file !== undefined && file !== wanted.code) {
        store.note({ notice: `There is no file ${file} in this plugin. It was deleted, or has another name now.` })
        write()
      }
    }

    const unsubscribe = store.subscribe((state, before) => {
      if (state.place === before.place) return
      clearTimeout(timer)
      timer = setTimeout(write, 300)
    })
    const unsubscribeUi = ui.subscribe(() => {
      if (ui.get().view !== view || ui.get().inDify !== dify) write()
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

function put(url: URL, key: string, value: string | undefined): void {
  if (value === undefined || value === '') url.searchParams.delete(key)
  else url.searchParams.set(key, value)
}
