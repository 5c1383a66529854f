import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Comparison, FileChange } from './fetch-history'
import { Marked } from './history-list'

/** What changed, file by file and field by field, in the words of the forms. */
export function CompareFields({
  comparison,
  began,
  onRestore,
}: {
  comparison: Comparison
  began: boolean
  onRestore?: (path: string) => void
}) {
  const { files } = comparison
  if (files.length === 0)
    return (
      <p className="px-(--pad) py-4 text-ink-2">
        {began
          ? 'The project began with this version: choose another one to compare it with.'
          : 'Both versions are the same, byte for byte.'}
      </p>
    )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-(--pad) pb-10">
      {files.map((file) => (
        <FileFields key={file.path} file={file} onRestore={onRestore} />
      ))}
    </div>
  )
}

function FileFields({ file, onRestore }: { file: FileChange; onRestore?: (path: string) => void }) {
  const { path, fields, words, follows } = file
  const told = new Set(fields.map((field) => field.words))
  return (
    <section aria-label={path} className="border-b border-line py-3">
      <FileHead file={file} onRestore={onRestore} />
      {follows && <p className="text-12 text-ink-3">Follows its document.</p>}
      {words
        .filter((each) => !told.has(each))
        .map((each, index) => (
          <p key={index} className="text-ink-2">
            <Marked text={each} />
          </p>
        ))}
      {fields.length > 0 && (
        <dl className="mt-1 grid gap-2">
          {fields.map((field, index) => (
            <div
              key={`${field.title} ${index}`}
              className="grid gap-x-3 gap-y-0.5 md:grid-cols-[minmax(0,220px)_minmax(0,1fr)]"
            >
              <dt className="text-ink-2">
                <Marked text={field.act === 'set' || field.act === 'added' ? field.title : field.words} />
              </dt>
              <dd className="grid min-w-0 gap-1">
                {field.before !== undefined && field.before !== '' && (
                  <del className="min-w-0 whitespace-pre-wrap break-words border-l-2 border-error bg-error-soft px-2 py-0.5 no-underline">
                    <span className="sr-only">Before: </span>
                    {field.before}
                  </del>
                )}
                {field.after !== undefined && field.after !== '' && (
                  <ins className="min-w-0 whitespace-pre-wrap break-words border-l-2 border-accent bg-mark px-2 py-0.5 no-underline">
                    <span className="sr-only">After: </span>
                    {field.after}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** The name of a file that changed and the way back of this file alone. */
export function FileHead({ file, onRestore }: { file: FileChange; onRestore?: (path: string) => void }) {
  const { path, was, act } = file
  return (
    <div className="flex flex-wrap items-center gap-2 pb-1">
      <h4 className="code-12 min-w-0 break-all font-medium">{was === undefined ? path : `${was} → ${path}`}</h4>
      {act !== 'changed' && <span className="text-12 text-ink-3">{act}</span>}
      <span className="flex-1" />
      {onRestore && was === undefined && (
        <Button
          size="compact"
          look="ghost"
          icon={RotateCcw}
          aria-label={`Restore ${path}`}
          onClick={() => onRestore(path)}
        >
          Restore this file
        </Button>
      )}
    </div>
  )
}
