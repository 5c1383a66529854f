import { defineConfig } from 'prisma/config'

// `generate` never uses the schema engine, yet would download it first. Any existing file keeps it from that.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/plugwright' },
})
