import 'server-only'

/**
 * What a page may load and run: scripts of our own origin and those that carry this nonce; WebAssembly (ruff) but no eval, except in
 * development, where React rebuilds stacks with it. Styles may stand inline: Monaco, sonner and radix write style elements without a
 * nonce while they run, and what React renders on the server has style attributes. No style of ours is made of what a user typed.
 */
export function contentPolicy(nonce: string, development = process.env.NODE_ENV === 'development'): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Runs in <head>: zod looks once whether it may evaluate code, and browsers would report that as an attack. It reads this before its
 * first schema (zod/v4/core/core.js).
 */
export const noEvalScript = 'globalThis.__zod_globalConfig = { jitless: true };'
