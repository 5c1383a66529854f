import { Agent, createServer, request } from 'node:http'

const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade']

/**
 * A proxy that hands each request to the next of these ports, and to the one after it where nobody listens. It says where a request
 * comes from, unless that was said.
 */
export function roundRobin(ports) {
  // a connection a request: one that is kept may be closed by the other side in the moment in which it is used again
  const agent = new Agent()
  let turn = 0

  function send(incoming, outgoing, left) {
    const port = ports[turn++ % ports.length]
    const headers = { 'x-forwarded-for': incoming.socket.remoteAddress, ...incoming.headers }
    for (const name of ofConnection) delete headers[name]
    const { method, url: path } = incoming
    const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const told = Object.entries(answer.headers).filter(([name]) => !ofConnection.includes(name))
      outgoing.writeHead(answer.statusCode, Object.fromEntries(told))
      outgoing.flushHeaders()
      answer.pipe(outgoing)
      answer.once('error', () => outgoing.destroy())
    })
    // the body waits until somebody takes it
    asked.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => incoming.pipe(asked))
      else incoming.pipe(asked)
    })
    asked.once('error', (error) => {
      if (error.code === 'ECONNREFUSED' && left > 1) return send(incoming, outgoing, left - 1)
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
    })
    outgoing.once('close', () => asked.destroy())
  }
  return createServer((incoming, outgoing) => send(incoming, outgoing, ports.length))
}
