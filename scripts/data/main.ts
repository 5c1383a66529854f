import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backup } from './backup'
import { moveData } from './move-data'
import { resetPassword } from './reset-password'
import { restore } from './restore'

export type Say = (line: string) => void

const usage = `npm run backup [FILE]                            writes a backup of the embedded database, also while Plugwright runs
npm run restore -- FILE [--replace]              makes the database of a backup; Plugwright must be stopped
npm run move-data                                copies the embedded database into the PostgreSQL of DATABASE_URL
npm run move-data -- --back [--replace]          copies it back into the data folder; Plugwright must be stopped
npm run reset-password -- EMAIL                  prints a link to set a new password, also while Plugwright runs
PLUGWRIGHT_DATA names the data folder. --replace keeps a database that is there beside the new one.`

/** Runs one command of the operator. Throws a sentence where it cannot be done. `folder` is where relative paths begin. */
export async function run(args: readonly string[], folder: string, say: Say): Promise<void> {
  const { command, named, back, replace } = read(args)
  const now = new Date()
  const [first] = named
  if (command === 'backup' && named.length <= 1)
    return backup({ file: first === undefined ? undefined : resolve(folder, first), now, say })
  if (command === 'restore' && first !== undefined && named.length === 1)
    return restore({ file: resolve(folder, first), replace, now, say })
  if (command === 'reset-password' && first !== undefined && named.length === 1)
    return resetPassword({ email: first, say })
  if (command === 'move-data' && named.length === 0) return moveData({ back, replace, now, say })
  throw new Error(usage)
}

function read(args: readonly string[]) {
  const [command, ...rest] = args
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { back: { type: 'boolean' }, replace: { type: 'boolean' } },
      allowPositionals: true,
    })
    return { command, named: positionals, back: values.back === true, replace: values.replace === true }
  } catch {
    throw new Error(usage)
  }
}
