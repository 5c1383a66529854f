import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { database } from './database'
import { migrate } from './migrate'
import { describeOnDatabases, emptyDatabase } from './test-database'

describeOnDatabases('the migration runner', () => {
  async function connection() {
    const prisma = await database()
    return {
      run: async (script: string) => {
        for (const statement of script.split(';').filter((part) => part.trim() && !/^\s*(BEGIN|COMMIT)\s*$/.test(part)))
          await prisma.$executeRawUnsafe(statement)
      },
      query: (sql: string) => prisma.$queryRawUnsafe<unknown[]>(sql),
    }
  }
  function folderWith(name: string, script: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'plugwright-migrations-'))
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'migration.sql'), script)
    return folder
  }

  it('has made the tables, and applies nothing twice', async () => {
    const prisma = await emptyDatabase()
    expect(await prisma.user.count()).toBe(0)
    expect(await migrate(await connection())).toEqual([])
  })

  it('applies a new migration once and records it as Prisma does', async () => {
    const folder = folderWith('20990101000000_more', 'CREATE TABLE "More" (id text)')
    expect(await migrate(await connection(), folder)).toEqual(['20990101000000_more'])
    expect(await migrate(await connection(), folder)).toEqual([])
    const prisma = await database()
    const rows =
      await prisma.$queryRaw`SELECT applied_steps_count, length(checksum) AS length FROM "_prisma_migrations" WHERE migration_name = '20990101000000_more'`
    expect(rows).toEqual([{ applied_steps_count: 1, length: 64 }])
  })

  it('refuses when an applied migration has changed', async () => {
    const folder = folderWith('20990101000000_more', 'CREATE TABLE "Else" (id text)')
    await expect(migrate(await connection(), folder)).rejects.toThrow('Restore prisma/migrations/20990101000000_more')
  })

  it('refuses when a migration did not finish', async () => {
    const prisma = await database()
    await prisma.$executeRaw`INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'x', '20990101000001_half')`
    const folder = folderWith('20990101000001_half', 'SELECT 1')
    await expect(migrate(await connection(), folder)).rejects.toThrow('20990101000001_half began and did not finish')
  })
})
