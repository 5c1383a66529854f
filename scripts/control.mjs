/**
 * How a command of the operator asks the process that has the lock of a data folder: one line of JSON there, one JSON back, through a
 * socket that only the same user may open.
 */
import { chmodSync, lstatSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { socketOf } from './lock.mjs'

const windows = process.platform === 'win32'

/** Answers what is asked of this data folder; the caller has its lock. Gives what ends it. */
export async function serveControl(data, answer) {
  const path = socketOf('control', data)
  if (!windows) rmSync(path, { force: true }) // of a process that was killed
  const server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('error', () => {})
    socket.on('data', async (part) => {
      text += part
      if (!text.endsWith('\n')) return
      socket.end(JSON.stringify(await replyTo(text, answer)))
    })
  })
  server.unref()
  const mask = windows ? undefined : process.umask(0o177)
  try {
    await new Promise((done, fail) => {
      server.once('error', fail)
      server.listen({ path, exclusive: true }, done)
    })
  } finally {
    if (mask !== undefined) process.umask(mask)
  }
  if (!windows) chmodSync(path, 0o600)
  return () => new Promise((done) => server.close(done))
}

async function replyTo(text, answer) {
  try {
    return (await answer(JSON.parse(text))) ?? { problem: 'Plugwright is starting: try again in a moment.' }
  } catch (error) {
    return { problem: error.message }
  }
}

/** The answer of the process that runs on this data folder; undefined where none runs, or where it ended before it answered. */
export function askControl(data, request) {
  const path = socketOf('control', data)
  if (!windows && !isOurs(path)) return Promise.resolve(undefined)
  return new Promise((done) => {
    const socket = connect(path, () => socket.write(`${JSON.stringify(request)}\n`))
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part) => (text += part))
    socket.on('error', () => {})
    socket.on('close', () => {
      try {
        done(JSON.parse(text))
      } catch {
        done(undefined)
      }
    })
  })
}

/** In a folder where everybody may put one, the socket of another user is not believed. */
function isOurs(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.uid === process.getuid()
}
