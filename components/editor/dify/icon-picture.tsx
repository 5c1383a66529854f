'use client'

import { pictureAddress } from '@/components/form/picture-address'
import { bytesOf, type FileContent } from '@/lib/plugin/files'
import type { Icon } from '@/lib/plugin/dify-view/picture'
import { useEditor } from '../store/use-editor'
import styles from './dify.module.css'

const fits = { stretch: 'fill', cover: 'cover', contain: 'contain' } as const

const known = new Map<string, { content: FileContent; address: string }>()

/** A list of models draws one icon a hundred times: its address is made once. */
function addressOf(file: string, content: FileContent): string {
  const last = known.get(file)
  if (last?.content === content) return last.address
  const address = pictureAddress(file, bytesOf(content))
  known.set(file, { content, address })
  return address
}

/** The plugin's icon, fitted as the place fits it; an empty box where there is none. */
export function IconPicture({ icon }: { icon: Icon }) {
  const content = useEditor((state) => state.files.get(icon.file))
  return (
    <div className={styles.icon} style={{ width: icon.size, height: icon.size, borderRadius: icon.radius }}>
      {content !== undefined && (
        // A picture of the plugin itself, made here: next/image has nothing to do.
        // eslint-disable-next-line @next/next/no-img-element
        <img alt="" src={addressOf(icon.file, content)} style={{ objectFit: fits[icon.fit] }} />
      )}
    </div>
  )
}
