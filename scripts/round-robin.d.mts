import type { Server } from 'node:http'

/**
 * A proxy that hands each request to the next of these ports, and to the one after it where nobody listens. It says where a request
 * comes from, unless that was said.
 */
export function roundRobin(ports: readonly number[]): Server
