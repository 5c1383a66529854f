import { appendValues } from '../edit/values'
import type { Files } from '../files'
import { clientFields } from '../project/oauth-fields'
import type { Advice, SignInUse } from './oauth-code'
import { shown } from './report'

/** What the Python reads of the client that nobody can fill in: names written out, of a schema that is there. */
export function clientLints({ code: { source }, client, path, clientAt }: SignInUse): Advice[] {
  if (!client) return []
  const said = new Set(client)
  return [...source.matchAll(/\bsystem_credentials(?:\.get\(\s*|\[\s*)(["'])([A-Za-z_]\w*)\1/g)].flatMap((match) => {
    const name = match[2] ?? ''
    if (said.has(name)) return []
    said.add(name)
    return [
      {
        rule: 'oauth-client-undeclared',
        message: `Declare ${shown(name)} in \`${clientAt.join('.')}\` of ${path} or do not read it: nobody can fill it in as it is.`,
        range: { from: match.index, to: match.index + match[0].length },
        fix: { title: `Declare ${name}`, apply: (files: Files) => declare(files, path, clientAt, name) },
      },
    ]
  })
}

function declare(files: Files, path: string, at: readonly string[], name: string): Files {
  const { id, secret, variable } = clientFields
  const field = [id, secret].find((each) => each.name === name) ?? variable(name)
  const type = /(?:secret|password|key)$/i.test(name) ? 'secret-input' : field.type
  const edited = appendValues(files, path, at, [{ ...field, type }])
  return edited.ok ? edited.files : files
}
