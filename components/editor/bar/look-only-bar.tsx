'use client'

import { CopyPlus, Download, Eye } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useUi } from '../store/ui-state'
import { useCopyPlugin } from './use-copy-plugin'
import { useDownload } from './use-download'

/** Below the top bar, where a plugin cannot be changed: why, and what can be done with it instead. */
export default function LookOnlyBar({ projectId }: { projectId: string }) {
  const { role, download: allowed, sharedBy } = useUi((state) => state.access)
  const { busy, download } = useDownload(projectId)
  const makeCopy = useCopyPlugin(projectId)
  return (
    <div role="status" aria-label="Access" className="flex min-h-10 flex-wrap items-center gap-2 px-4 py-1.5">
      <Icon of={Eye} size={14} className="text-ink-3" />
      <span className="min-w-0 flex-1 truncate text-ink-2">
        {role === 'comment' ? 'View and comment' : 'View only'}
        {sharedBy !== undefined && `, shared by ${sharedBy}`}
      </span>
      {allowed && (
        <>
          <Button size="compact" icon={CopyPlus} onClick={makeCopy} className="max-sm:h-10">
            Make a copy
          </Button>
          <Button
            size="compact"
            icon={Download}
            busy={busy && 'Packing'}
            onClick={() => void download()}
            className="max-sm:h-10"
          >
            Download
          </Button>
        </>
      )}
    </div>
  )
}
