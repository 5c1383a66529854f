import { existsSync } from 'node:fs'

/** The build folder and its TypeScript settings come from scripts/, so that a build never touches a running app or the work tree. */
const distDir = process.env.PLUGWRIGHT_DIST || '.cache/builds/dev'

const csp = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * npm nests a copy of these two below each radix package, because a developer's tool of Prisma wants older ones at the root. One copy
 * for all saves some 10 KiB of every page's script.
 */
const nested = ['react-primitive', 'react-slot'].map((name) => [
  `@radix-ui/${name}`,
  `./node_modules/radix-ui/node_modules/@radix-ui/${name}`,
])
const resolveAlias = Object.fromEntries(nested.filter(([, path]) => existsSync(path)))

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  typescript: { tsconfigPath: process.env.PLUGWRIGHT_TSCONFIG || 'tsconfig.json', ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // A callback's query holds a code.
  logging: { incomingRequests: { ignore: [/^\/oauth\/callback/, /^\/console\/api\/oauth\//, /^\/practice\//] } },
  devIndicators: false,
  turbopack: { resolveAlias },
  serverExternalPackages: ['@electric-sql/pglite', 'pglite-prisma-adapter', 'pg', 'oidc-provider', 'light-my-request'],
  async headers() {
    return [
      {
        // These answer with headers of their own (lib/server/static-page.ts), which Next would drop in favour of these.
        source: '/((?!oauth/callback|console/api/oauth/|practice/).*)',
        headers: [
          { key: 'Content-Security-Policy', value: csp },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}

export default config
