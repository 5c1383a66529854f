'use client'

import ShareDialog from '@/components/share/share-dialog'
import { textOf } from '@/lib/plugin/files'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { parseYaml } from '@/lib/plugin/yaml/parse'
import { useEditor } from '../store/use-editor'

/** The dialog of links and people, under the name that the plugin has now. */
export default function SharePlugin(props: { projectId: string; onClose: () => void }) {
  const manifest = useEditor((state) => textOf(state.files, 'manifest.yaml') ?? '')
  const { value } = parseYaml(manifest)
  const name = [valueAt(value, ['label', 'en_US']), valueAt(value, ['name'])].find(
    (text) => typeof text === 'string' && text !== '',
  )
  return <ShareDialog {...props} name={typeof name === 'string' ? name : 'this plugin'} />
}
