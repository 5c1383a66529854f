'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { InlineMessage } from '@/components/ui/inline-message'
import { Select } from '@/components/ui/select'
import { useShownTheme } from '@/components/ui/theme'
import '../code/code.css'
import { languageOf, monaco } from '../code/monaco'
import { editorOptions } from '../code/options'
import { FileHead } from './compare-fields'
import { sizeText } from './compare-packages'
import { fetchTexts, type ComparedTexts, type Comparison, type FileChange } from './fetch-history'

/** One changed file of two versions as text, side by side where there is room. */
export function CompareTexts({
  projectId,
  comparison,
  onRestore,
}: {
  projectId: string
  comparison: Comparison
  onRestore?: (path: string) => void
}) {
  const { files, from, to } = comparison
  const [path, setPath] = useState<string>()
  const file = files.find((each) => each.path === path) ?? files[0]
  if (!file) return <p className="px-(--pad) py-4 text-ink-2">No file differs.</p>
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-1 border-b border-line px-(--pad) py-2">
        <Select
          aria-label="File"
          value={file.path}
          onValueChange={setPath}
          choices={files.map((each) => ({ value: each.path, label: each.path }))}
        />
        <FileHead file={file} onRestore={onRestore} />
      </div>
      <FileTexts key={`${from.id} ${to.id} ${file.path}`} projectId={projectId} from={from.id} to={to.id} file={file} />
    </div>
  )
}

function FileTexts({ projectId, from, to, file }: { projectId: string; from: string; to: string; file: FileChange }) {
  const { path, was } = file
  const texts = useQuery({
    queryKey: ['texts', projectId, from, to, path],
    queryFn: () => fetchTexts(projectId, { from, to, path, was }),
  })
  if (texts.isError)
    return (
      <InlineMessage kind="error" title="The file did not load.">
        {texts.error.message}
      </InlineMessage>
    )
  if (!texts.data) return null
  const { before, after } = texts.data
  if ((before && 'bytes' in before) || (after && 'bytes' in after))
    return (
      <p className="px-(--pad) py-4 text-ink-2">
        Not text: {said(before)} before, {said(after)} after.
      </p>
    )
  return <Diff path={path} before={textIn(before)} after={textIn(after)} />
}

type Content = ComparedTexts['before']

function said(content: Content): string {
  return content === null ? 'not there' : sizeText('bytes' in content ? content.bytes : content.text.length)
}

function textIn(content: Content): string {
  return content !== null && 'text' in content ? content.text : ''
}

function Diff({ path, before, after }: { path: string; before: string; after: string }) {
  const box = useRef<HTMLDivElement>(null)
  const theme = useShownTheme()
  useEffect(() => {
    if (!box.current) return
    const editor = monaco.editor.createDiffEditor(box.current, {
      ...editorOptions(),
      readOnly: true,
      originalEditable: false,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
      originalAriaLabel: `${path} before`,
      modifiedAriaLabel: `${path} after`,
    })
    const [original, modified] = [before, after].map((text) => monaco.editor.createModel(text, languageOf(path)))
    if (original && modified) editor.setModel({ original, modified })
    // Tab goes on through the page.
    for (const side of [editor.getOriginalEditor(), editor.getModifiedEditor()])
      side.updateOptions({ tabFocusMode: true })
    return () => {
      editor.dispose()
      original?.dispose()
      modified?.dispose()
    }
  }, [path, before, after])
  useEffect(() => monaco.editor.setTheme(`plugwright-${theme}`), [theme])
  return <div ref={box} className="min-h-60 flex-1 bg-page" />
}
