'use client'

import { useQuery } from '@tanstack/react-query'
import { InlineMessage } from '@/components/ui/inline-message'
import { pointerOf } from '@/lib/plugin/yaml/pointer'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { useEditor } from '../store/use-editor'
import { BlamedVersion, BlameSection } from './blame-section'
import { fetchBlame } from './fetch-history'
import type { Chosen } from './use-chosen'

/** Who changed a field, and to what; each change leads to its version. */
export function FieldBlame({
  projectId,
  path,
  at,
  title,
  onChoose,
}: {
  projectId: string
  path: string
  at: YamlPath
  title: string
  onChoose: (part: Partial<Chosen>) => void
}) {
  const head = useEditor((state) => state.saved.revision)
  const blamed = useQuery({
    queryKey: ['blame', projectId, path, pointerOf(at), head],
    queryFn: () => fetchBlame(projectId, path, pointerOf(at)),
  })
  return (
    <BlameSection title={`Who changed “${title}”`}>
      {blamed.isError && (
        <InlineMessage kind="error" title="The changes of this field did not load.">
          {blamed.error.message}
        </InlineMessage>
      )}
      {blamed.data?.steps.length === 0 && <p className="text-ink-2">No saved version has this field.</p>}
      <ol>
        {blamed.data?.steps.map(({ revision, before, after }) => (
          <li key={revision.id}>
            <BlamedVersion revision={revision} onChoose={onChoose}>
              {before === undefined ? '' : `${before || 'empty'} → `}
              {after === undefined ? 'removed' : after || 'empty'}
            </BlamedVersion>
          </li>
        ))}
      </ol>
      {blamed.data?.more && <p className="text-12 text-ink-3">Older versions were not looked through.</p>}
    </BlameSection>
  )
}
