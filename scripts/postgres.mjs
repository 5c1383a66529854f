/** A PostgreSQL server of one's own, for tests: a fresh folder, a free port. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder of the newest PostgreSQL server here; undefined where there is none. */
export function postgresFolder() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** Starts it; it answers when this returns. The server refuses to run as root. */
export async function startPostgres(binaries) {
  const folder = mkdtempSync(join(tmpdir(), 'plugwright-postgres-'))
  const asPostgres = process.getuid?.() === 0
  if (asPostgres) chownSync(folder, ...ids('postgres'))
  const command = (name, ...args) =>
    asPostgres ? ['runuser', ['-u', 'postgres', '--', join(binaries, name), ...args]] : [join(binaries, name), args]
  execFileSync(...command('initdb', '-D', folder, '-A', 'trust', '-U', 'plugwright', '-E', 'UTF8', '--no-sync'), {
    stdio: 'ignore',
    cwd: folder,
  })
  const port = await freePort()
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'timezone=Asia/Tokyo',
  ]
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(...command('postgres', ...args), { stdio: 'ignore', cwd: folder, detached: true })
  const stop = () => {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const url = `postgres://plugwright@127.0.0.1:${port}/postgres`
  await answers(url).catch((error) => {
    stop()
    throw error
  })
  return { url, stop }
}

async function answers(url) {
  // `npm test` looks for the server before anything is installed
  const { default: pg } = await import('pg')
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (tries > 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function ids(user) {
  const id = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return [id('-u'), id('-g')]
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((done, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
