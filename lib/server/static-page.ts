import 'server-only'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { themeScript } from './theme-script'

const style = `${readFileSync(join(process.cwd(), 'app/tokens.css'), 'utf8')}
body { margin: 0; background: var(--surface); color: var(--ink); font: 14px/20px var(--font-sans); }
header { display: flex; align-items: center; gap: 8px; height: 44px; padding: 0 16px; background: var(--chrome); border-bottom: 1px solid var(--line); font-weight: 600; }
header a { color: inherit; text-decoration: none; border-radius: 4px; }
header svg { width: 16px; height: 16px; }
header .a { fill: var(--ink); }
header .b { fill: var(--accent); }
main { max-width: 56ch; margin: 0 auto; padding: 40px 16px; }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 28px; font-weight: 600; }
p { margin: 0 0 16px; color: var(--ink-2); }
label { display: block; margin-bottom: 4px; color: var(--ink-2); }
textarea { box-sizing: border-box; width: 100%; height: 96px; padding: 8px; resize: vertical; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); color: var(--ink); font: 12px/18px var(--font-mono); overflow-wrap: anywhere; }
button { margin: 8px 8px 0 0; padding: 6px 12px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); font: 600 14px/20px var(--font-sans); cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input { display: block; box-sizing: border-box; width: 100%; max-width: 320px; padding: 5px 8px; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); color: var(--ink); font: 14px/20px var(--font-sans); }
[hidden] { display: none; }
code, li { font: 12px/18px var(--font-mono); overflow-wrap: anywhere; }
ul { margin: 0 0 16px; padding: 0 0 0 20px; }
form { display: inline; }
button.plain { background: var(--raised); color: var(--ink); box-shadow: inset 0 0 0 1px var(--line-strong); }
@media (min-width: 768px) { main { padding: 40px; } }`

/** The mark, with the colours of the theme instead of its own. */
const mark = readFileSync(join(process.cwd(), 'public/icon.svg'), 'utf8')
  .replace(/<style>.*<\/style>/, '')
  .replace('<svg ', '<svg aria-hidden="true" ')

/** Text in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export interface StaticPage {
  title: string
  /** HTML below the heading. */
  content: string
  /** What stands in the bar, and where it leads. */
  bar: string
  /** Runs in the head, after the theme. */
  script?: string
  /** Where its forms may lead, redirects included. */
  formAction?: string
  /** True where its script asks our own routes. */
  connects?: boolean
}

/**
 * A page whole by itself, drawn with the tokens of the app: nothing of another origin, no script and no style but its own. For pages
 * that secrets pass through (oauth.md section 10, rule 12).
 */
export function staticPage({
  title,
  content,
  bar,
  script = '',
  formAction = "'none'",
  connects = false,
}: StaticPage): Response {
  const scripts = `${themeScript}\n${script}`
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(scripts)}`,
    `style-src ${hashOf(style)}`,
    "img-src 'self'",
    "base-uri 'none'",
    `form-action ${formAction}`,
    `connect-src ${connects ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ]
  const html = `<!doctype html>
<html lang="en" data-theme="light">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)} · Plugwright</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <script>${scripts}</script>
    <style>${style}</style>
  </head>
  <body>
    <header>${mark}${bar}</header>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
