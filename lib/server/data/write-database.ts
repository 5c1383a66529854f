import 'server-only'
import { migrationsIn, type Connection, type Migration } from '../migrate'
import { foreignKeysOf, quoted, tablesOf, type Table } from './catalogue'
import type { Entries } from './entries'
import { passingTables } from './passing-tables'
import { differingTables, sumsOf, type Sums } from './sums'

/**
 * Writes a whole database into an empty one that has the same migrations, in one transaction: all of it, with every count and checksum
 * as they were, or nothing. What must not last is left out where the file of an older version has it. Throws a sentence where the target holds something, or where what arrived is not what was sent.
 */
export async function writeDatabase(target: Connection, entries: Entries): Promise<Sums> {
  await target.run('BEGIN')
  try {
    const sums = await write(target, entries)
    await target.run('COMMIT')
    return sums
  } catch (error) {
    await target.run('ROLLBACK').catch(() => {}) // the connection may be what failed
    throw error
  }
}

async function write(target: Connection, entries: Entries): Promise<Sums> {
  const tables = new Map((await tablesOf(target)).map((table) => [table.name, table]))
  const keys = await foreignKeysOf(target)
  // nobody else writes from here on, so that what is empty stays so
  await target.run(`LOCK TABLE ${[...tables.keys()].map(quoted).join(', ')} IN ACCESS EXCLUSIVE MODE`)
  await requireEmpty(target)
  // rows come in the order of the tables' names, and projects and revisions name each other
  for (const key of keys) await alterKey(target, key, 'DEFERRABLE INITIALLY DEFERRED')
  for await (const entry of entries) {
    if (entry.entry === 'start') requireSame(entry.migrations, await migrationsIn(target))
    else if (entry.entry === 'rows') {
      if (!passingTables.has(entry.table)) await insert(target, tableOf(tables, entry.table), entry.rows)
    } else {
      for (const [name, value] of Object.entries(entry.sequences))
        await target.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), value])
      await target.run('SET CONSTRAINTS ALL IMMEDIATE')
      for (const key of keys) await alterKey(target, key, 'NOT DEFERRABLE')
      const found = await sumsOf(target)
      const lasting = Object.entries(entry.sums).filter(([name]) => !passingTables.has(name))
      const differing = differingTables(Object.fromEntries(lasting), found)
      if (differing.length) throw new Error(`What was written is not what was read in ${differing.join(', ')}.`)
      return found
    }
  }
  throw new Error('The data ends before its end.')
}

async function requireEmpty(target: Connection): Promise<void> {
  const holding = Object.entries(await sumsOf(target)).filter(([, { rows }]) => rows > 0)
  if (holding.length === 0) return
  const named = holding.map(([name, { rows }]) => `${name} ${rows}`).join(', ')
  throw new Error(`The target holds data already (rows: ${named}). Name an empty database; nothing was changed.`)
}

function requireSame(source: readonly Migration[], target: readonly Migration[]): void {
  const text = (migrations: readonly Migration[]) => migrations.map((one) => `${one.name} ${one.checksum}`).join('\n')
  if (text(source) !== text(target))
    throw new Error('Source and target have different migrations: bring both to the same version of Plugwright.')
}

function alterKey(target: Connection, key: { table: string; name: string }, to: string): Promise<void> {
  return target.run(`ALTER TABLE ${quoted(key.table)} ALTER CONSTRAINT ${quoted(key.name)} ${to}`)
}

async function insert(target: Connection, table: Table, rows: unknown[]): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name))
  const values = table.columns.map(({ name, type }) =>
    type === 'bytea' ? `decode(row.${quoted(name)}, 'base64')` : `row.${quoted(name)}::${type}`,
  )
  await target.query(
    `INSERT INTO ${quoted(table.name)} (${names.join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${values.join(', ')}
     FROM json_to_recordset($1::json) AS row(${names.map((name) => `${name} text`).join(', ')})`,
    [JSON.stringify(rows)],
  )
}

function tableOf(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`The target has no table ${name}.`)
  return table
}
