/**
 * A lock that a crash cannot leave behind: a socket in the OS temp folder under a hash of what it guards. A holder answers
 * a connection with its note (JSON); a socket that nobody answers is stale and replaced.
 */
import { createHash } from 'node:crypto'
import { linkSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const windows = process.platform === 'win32'
const folder = windows ? '\\\\.\\pipe\\' : tmpdir()

function nameOf(kind, what) {
  const user = windows ? '' : `${process.getuid()}-`
  return `plugwright-${user}${kind}-${createHash('sha256').update(what).digest('hex').slice(0, 20)}`
}

/** The path of a socket of this kind for `what`: as short as sockets need it, and another for each user. */
export const socketOf = (kind, what) => pathOf(nameOf(kind, what))

const pathOf = (name) => (windows ? folder + name : join(folder, `${name}.sock`))

/** The note of whoever holds this socket, or undefined when nobody does. */
function ask(path) {
  return new Promise((done) => {
    const socket = connect(path)
    let text = ''
    const end = (value) => {
      socket.destroy()
      done(value)
    }
    socket.setTimeout(2000, () => end({}))
    socket.on('data', (data) => (text += data))
    socket.on('end', () => {
      try {
        end(JSON.parse(text))
      } catch {
        end({})
      }
    })
    socket.on('error', () => end(undefined))
  })
}

function listen(path, note) {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end(JSON.stringify(note))
    })
    server.unref()
    server.once('error', fail)
    server.listen({ path, exclusive: true }, () => done(server))
  })
}

/**
 * Takes the lock of `what` (a real path) among locks of this kind. Gives `{ release }`, or `{ holder }` with the holder's
 * note, which always has `pid`, when it is held.
 */
export async function takeLock(kind, what, note = {}) {
  return take(socketOf(kind, what), { ...note, pid: process.pid })
}

async function take(path, note, contested = true) {
  for (let tries = 0; tries < 5; tries++) {
    try {
      const server = await listen(path, note)
      // Others may have found the same stale socket, and one who moves a socket aside to ask it frees the path for a moment even
      // for those who met nothing: who stands there in the end has it, all others give way.
      for (let calm = contested ? 0 : 2, looks = 0; calm < 2; looks++) {
        await new Promise((done) => setTimeout(done, 150))
        const seen = await ask(path)
        if (seen?.pid === note.pid) calm++
        // Nobody there: it is being asked aside, and comes back. No answer: this machine is busy. Given up, our server is not closed:
        // that would remove the socket at the path, which is another's.
        else if (seen?.pid !== undefined || looks > 10) return { holder: seen ?? {} }
      }
      const release = () => new Promise((done) => server.close(done))
      return { release }
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      const holder = await ask(path)
      if (holder) return { holder }
      const successor = windows ? undefined : await removeStale(path, note.pid)
      if (successor) return { holder: successor }
    }
  }
  return { holder: {} }
}

/**
 * Removes a socket that nobody answered. Another start may have put its own there since: so it is moved aside and asked once more,
 * and put back when it answers. Gives the note of who did.
 */
async function removeStale(path, pid) {
  const aside = `${path}.${pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
  const holder = await ask(aside)
  if (holder) {
    try {
      linkSync(aside, path)
    } catch (error) {
      if (error.code !== 'EEXIST') renameSync(aside, path)
    }
  }
  rmSync(aside, { force: true })
  return holder
}

/** Shares `what` with others of this kind: as many as like may hold it at once. */
export async function shareLock(kind, what, note = {}) {
  // Nobody else asks for the path of this process.
  const path = pathOf(`${nameOf(kind, what)}-${process.pid}`)
  const { release } = await take(path, { ...note, pid: process.pid }, false)
  return release ?? (async () => {})
}

/** The notes of all that share `what` now. */
export async function sharers(kind, what) {
  const prefix = `${nameOf(kind, what)}-`
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix))
  const notes = await Promise.all(names.map((name) => ask(windows ? folder + name : join(folder, name))))
  return notes.filter(Boolean)
}
