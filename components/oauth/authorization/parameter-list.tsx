import type { AuthorizationParameter } from '@/lib/oauth/authorization-request'
import { madeAnew } from '../live-request'
import { StandardLink } from '../steps/standard-link'

const asks: Record<AuthorizationParameter['from'], string> = {
  standard: 'The standard asks for it.',
  settings: 'Your settings add it.',
  address: 'It stands in the address as you gave it.',
}

/** Each parameter of the authorization URL: its value, who asks for it, and what breaks without it. */
export function ParameterList({ parameters }: { parameters: readonly AuthorizationParameter[] }) {
  return (
    <ul aria-label="Parameters">
      {parameters.map(({ name, value, from, why, without, standard }) => (
        <li key={name} className="border-t border-line px-4 py-2">
          <p className="code-12 grid grid-cols-[minmax(0,152px)_minmax(0,1fr)] gap-x-3 leading-4">
            <span className="break-words text-c-key">{name}</span>
            {value === madeAnew ? (
              <span className="text-ink-3">made anew for each sign-in</span>
            ) : (
              <span className="break-words text-c-plain [overflow-wrap:anywhere]">{value}</span>
            )}
          </p>
          <p className="mt-1 text-12 text-ink-2">{why ?? asks[from]}</p>
          <p className="mt-0.5 text-12 text-ink-3">
            {without !== undefined && <>Without it: {without} </>}
            {why !== undefined && from !== 'standard' && <>{asks[from]} </>}
            {standard && <StandardLink of={standard} />}
          </p>
        </li>
      ))}
    </ul>
  )
}
