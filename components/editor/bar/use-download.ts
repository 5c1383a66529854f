'use client'

import { useState } from 'react'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'

/** Packs in the browser, after the check; what would be refused is said first. The files as zip can always be had. */
export function useDownload() {
  const store = useStore()
  const ui = useUiStore()
  const [busy, setBusy] = useState(false)

  async function run(work: () => Promise<void>) {
    setBusy(true)
    try {
      await work()
    } finally {
      setBusy(false)
    }
  }

  const download = () =>
    run(async () => {
      const [{ findingsOf }, { packPlugin }, { packageName }] = await Promise.all([
        import('../problems/check-files'),
        import('@/lib/plugin/package/pack'),
        import('@/lib/plugin/package/package-name'),
      ])
      const { files } = store.get()
      const findings = findingsOf(files)
      store.note({ findings, checked: files })
      const errors = findings.filter((finding) => finding.severity === 'error').length
      if (errors > 0) {
        const what = errors === 1 ? '1 problem' : `${errors} problems`
        return ui.set({
          pane: 'problems',
          problemsFolded: false,
          message: `Mend ${what} first: Dify would refuse this package.`,
        })
      }
      ui.set({ message: undefined })
      save(await packPlugin(files), `${packageName(files)}.difypkg`)
    })

  const downloadZip = () =>
    run(async () => {
      const [{ zipFiles }, { packageName }] = await Promise.all([
        import('@/lib/plugin/package/pack'),
        import('@/lib/plugin/package/package-name'),
      ])
      const { files } = store.get()
      save(await zipFiles(files), `${packageName(files)}.zip`)
    })

  return { busy, download, downloadZip }
}

function save(bytes: Uint8Array, name: string) {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
