import 'server-only'

export interface MailContent {
  subject: string
  /** Paragraphs before the link. */
  before: readonly string[]
  link: { label: string; url: string }
  /** Paragraphs behind it. */
  after: readonly string[]
}

/** A mail as plain text and as HTML of the same words: no pictures, nothing from elsewhere, the link written out. */
export function composeMail({ subject, before, link, after }: MailContent): {
  subject: string
  text: string
  html: string
} {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(text)}</p>`
  const url = escaped(link.url)
  return {
    subject: subject.replace(/\s+/g, ' '),
    text: `${[...before, `${link.label}:\n${link.url}`, ...after].join('\n\n')}\n`,
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"></head>',
      '<body style="margin:0;padding:24px;font:15px/24px system-ui,sans-serif;color:#131f1b;background:#ffffff">',
      '<div style="max-width:520px">',
      ...before.map(paragraph),
      `<p style="margin:0 0 16px"><a href="${url}" style="display:inline-block;padding:8px 16px;border-radius:5px;background:#006d56;color:#ffffff;text-decoration:none;font-weight:600">${escaped(link.label)}</a></p>`,
      `<p style="margin:0 0 16px;font-size:13px;line-height:20px;color:#5a6662;word-break:break-all">${url}</p>`,
      ...after.map(paragraph),
      '</div></body></html>',
    ].join('\n'),
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
