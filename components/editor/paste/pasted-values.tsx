import { Switch } from '@/components/ui/switch'
import type { PastedValue } from '@/lib/plugin/paste/paste-start'

/** The values that a request holds: each a parameter, or as it was pasted. */
export function PastedValues({
  values,
  asked,
  onTurn,
}: {
  values: readonly PastedValue[]
  asked: ReadonlySet<string>
  onTurn: (id: string) => void
}) {
  return (
    <table className="w-full table-fixed text-left">
      <caption className="pb-1 text-left font-medium text-ink">What varies</caption>
      <thead className="text-11 text-ink-3">
        <tr className="border-b border-line">
          <th scope="col" className="w-24 py-1 font-normal">
            Parameter
          </th>
          <th scope="col" className="py-1 font-normal">
            Name
          </th>
          <th scope="col" className="py-1 font-normal">
            As pasted
          </th>
          <th scope="col" className="w-40 py-1 font-normal max-sm:hidden">
            Where
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ id, name, sample, place }) => (
          <tr key={id} className="h-8 border-b border-line">
            <td>
              <Switch
                className="block"
                aria-label={`${name} is a parameter`}
                checked={asked.has(id)}
                onCheckedChange={() => onTurn(id)}
              />
            </td>
            <td className="code-text truncate pr-2 text-ink">{name}</td>
            <td className="code-text truncate pr-2">{sample}</td>
            <td className="truncate text-12 text-ink-3 max-sm:hidden">{place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
