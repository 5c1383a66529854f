'use client'

import { useEffect, useState } from 'react'
import { whenIdle } from '@/components/ui/when-idle'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { saveBytes } from './save-bytes'

async function loadPacker() {
  const [{ findingsOf }, { packPlugin, zipFiles }, { packageName }] = await Promise.all([
    import('../problems/check-files'),
    import('@/lib/plugin/package/pack'),
    import('@/lib/plugin/package/package-name'),
  ])
  return { findingsOf, packPlugin, zipFiles, packageName }
}

type Packer = Awaited<ReturnType<typeof loadPacker>>

const notLoaded =
  'The packer could not be loaded: you are offline. Connect, or download again later; your work is kept here.'

/** Has what packs ready before the network can go. One place in the page does so. */
export function usePackerAhead() {
  useEffect(() => whenIdle(() => void loadPacker().catch(() => undefined)), [])
}

/** Packs in the browser, after the check; what would be refused is said first. The files as zip can always be had. A package of the named project goes into its history. */
export function useDownload(projectId?: string) {
  const store = useStore()
  const ui = useUiStore()
  const [busy, setBusy] = useState(false)

  async function run(work: (packer: Packer) => Promise<void>) {
    setBusy(true)
    try {
      const packer = await loadPacker().catch(() => undefined)
      if (packer) await work(packer)
      else ui.set({ pane: 'problems', bottom: 'problems', problemsFolded: false, message: notLoaded, refused: false })
    } finally {
      setBusy(false)
    }
  }

  const download = () =>
    run(async ({ findingsOf, packPlugin, packageName }) => {
      const { files } = store.get()
      const findings = findingsOf(files)
      store.note({ findings, checked: files })
      const errors = findings.filter((finding) => finding.severity === 'error').length
      if (errors > 0) {
        const what = errors === 1 ? '1 problem' : `${errors} problems`
        return ui.set({
          pane: 'problems',
          bottom: 'problems',
          problemsFolded: false,
          refused: true,
          message: `Mend ${what} first: Dify would not install, start or list this plugin.`,
        })
      }
      ui.set({ message: undefined, refused: false })
      const bytes = await packPlugin(files)
      saveBytes(bytes, `${packageName(files)}.difypkg`)
      if (projectId === undefined) return
      void import('../history/record-download')
        .then((module) => module.recordDownload(store, projectId, files, bytes))
        .catch(() => undefined)
    })

  const downloadZip = () =>
    run(async ({ zipFiles, packageName }) => {
      const { files } = store.get()
      saveBytes(await zipFiles(files), `${packageName(files)}.zip`)
    })

  return { busy, download, downloadZip }
}
