import type { PackageDifference } from './fetch-history'

/** How the packages of two versions differ: what Dify would get. */
export function ComparePackages({ difference }: { difference: PackageDifference }) {
  const { files, version, checksum, size, left, ignored } = difference
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-(--pad) pb-10 pt-3">
      {files.length === 0 && <p className="pb-3 text-ink-2">Both versions pack to the same package.</p>}
      <dl className="grid gap-2">
        <Pair name="Version" before={version.before} after={version.after} />
        <Pair name="Dify’s checksum" before={checksum.before} after={checksum.after} />
        <Pair name="Files, unpacked" before={sizeText(size.before)} after={sizeText(size.after)} />
        <Pair name="Left out by rules" before={countText(left.before)} after={countText(left.after)} />
      </dl>
      {files.length > 0 && (
        <table className="mt-4 w-full text-left">
          <caption className="sr-only">Files that differ</caption>
          <thead>
            <tr className="border-b border-line text-12 text-ink-3">
              <th className="py-1 font-normal">File</th>
              <th className="py-1 text-right font-normal">Before</th>
              <th className="py-1 text-right font-normal">After</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ path, before, after }) => (
              <tr key={path} className="border-b border-line">
                <td className="code-12 break-all py-1 pr-3">{path}</td>
                <td className="whitespace-nowrap py-1 text-right">
                  {before === undefined ? 'not there' : sizeText(before)}
                </td>
                <td className="whitespace-nowrap py-1 pl-3 text-right">
                  {after === undefined ? 'not there' : sizeText(after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ignored.map(({ path, by }) => (
        <p key={path} className="pt-2 text-ink-2">
          <code>{path}</code> is left out {by === 'before' ? 'before' : 'now'} and packed{' '}
          {by === 'before' ? 'now' : 'before'}.
        </p>
      ))}
    </div>
  )
}

function Pair({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <div className="grid gap-x-3 md:grid-cols-[112px_minmax(0,1fr)]">
      <dt className="text-ink-2">{name}</dt>
      <dd className="code-12 min-w-0 break-all pt-0.5">
        {before === after ? (
          after || 'none'
        ) : (
          <>
            <del className="bg-error-soft no-underline">{before || 'none'}</del> →{' '}
            <ins className="bg-mark no-underline">{after || 'none'}</ins>
          </>
        )}
      </dd>
    </div>
  )
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}

function countText(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}
