import { existsSync } from 'node:fs'
import { basename } from 'node:path'

/** The build folder and its TypeScript settings come from scripts/, so that a build never touches a running app or the work tree. */
const distDir = process.env.PLUGWRIGHT_DIST || '.cache/builds/dev'

/** For answers that are no pages. Where somebody opens an icon by its address, its scripts do not run and its styles show. */
const dataPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"

/** A worker obeys the headers of its own script. */
const scriptPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"

const nothingOf = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  // To nobody else. What stands behind # (the token of a share link) is in no Referer anyway.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': nothingOf.map((name) => `${name}=()`).join(', '),
}

const headerList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

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
  // A hash of the sources: machines that each build the same are one app to browsers.
  generateBuildId: () => basename(distDir),
  reactStrictMode: true,
  // A callback with a slash at its end is another redirect URI, and has to be seen; proxy.ts sends pages on.
  skipTrailingSlashRedirect: true,
  // A callback's query holds a code.
  logging: { incomingRequests: { ignore: [/^\/oauth\/callback/, /^\/console\/api\/oauth\//, /^\/practice\//] } },
  devIndicators: false,
  turbopack: { resolveAlias },
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pglite-prisma-adapter',
    'pg',
    'oidc-provider',
    'light-my-request',
    'nodemailer',
  ],
  async headers() {
    return [
      {
        // These answer with headers of their own (lib/server/static-page.ts), which Next would drop in favour of these.
        source:
          '/((?!practice/|(?:share|oauth/callback|console/api/oauth/plugin/[^/]+/[^/]+/[^/]+/[^/]+/callback)/?$).*)',
        headers: headerList(everywhere),
      },
      {
        source: '/(api|metrics)/:path*',
        headers: headerList({ 'Content-Security-Policy': dataPolicy, 'Cross-Origin-Resource-Policy': 'same-origin' }),
      },
      { source: '/_next/static/:path*', headers: headerList({ 'Content-Security-Policy': scriptPolicy }) },
    ]
  },
}

export default config
