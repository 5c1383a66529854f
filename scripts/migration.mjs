/**
 * Compares prisma/schema.prisma with what prisma/migrations builds.
 *
 *     node scripts/migration.mjs NAME      writes prisma/migrations/<time>_<NAME>/migration.sql with the difference
 *     node scripts/migration.mjs --check   ends with 1 when there is one
 *
 * Prisma's own `migrate` downloads an engine. The same engine as WebAssembly comes from npm and works offline, given
 * databases to try the migrations on: PGlite in memory.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'prisma/migrations')
const schema = join(root, 'prisma/schema.prisma')

/** The adapter starts scripts without waiting for their end; the engine counts on it. */
class ShadowDatabases extends PrismaPGlite {
  async connect() {
    const client = new PGlite()
    const adapter = await new PrismaPGlite(client).connect()
    adapter.executeScript = async (script) => {
      await client.exec(script)
    }
    return adapter
  }
  connectToShadowDb() {
    return this.connect()
  }
}

async function startEngine() {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg'
  const glue = await import(name)
  const bytes = readFileSync(join(dirname(fileURLToPath(import.meta.resolve(name))), 'schema_engine_bg.wasm'))
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = bindMigrationAwareSqlAdapterFactory(new ShadowDatabases(new PGlite()))
  return glue.SchemaEngine.new({ datamodels: [[schema, readFileSync(schema, 'utf8')]] }, () => {}, factory)
}

function migrations() {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return names.sort().map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
    },
  }))
}

async function difference() {
  const engine = await startEngine()
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') }
  const result = await engine.diff({
    from: { tag: 'migrations', baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories: migrations() },
    to: { tag: 'schemaDatamodel', files: [{ path: schema, content: readFileSync(schema, 'utf8') }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.exitCode === 2 ? result.stdout : ''
}

const [argument] = process.argv.slice(2)
if (!argument || !/^(--check|[a-z][a-z0-9_]*)$/.test(argument)) {
  console.error('Give the migration a name of lower-case letters, digits and _, or say --check.')
  process.exit(2)
}
const sql = await difference()
if (argument === '--check') {
  if (sql) {
    console.error(
      `The schema has what no migration makes; run \`npm run db:migration -- NAME\`. The difference:\n\n${sql}`,
    )
    process.exit(1)
  }
  console.log('Schema and migrations agree.')
} else if (!sql) {
  console.log('Nothing to write: schema and migrations agree.')
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = join(folder, `${time}_${argument}`)
  mkdirSync(target)
  writeFileSync(join(target, 'migration.sql'), sql)
  console.log(`Wrote prisma/migrations/${time}_${argument}/migration.sql`)
}
process.exit(0)
