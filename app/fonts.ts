import localFont from 'next/font/local'

/*
 * The latin faces, served from our own origin with a hash in their name. Only the text face is preloaded: the mono faces
 * have the width of every system mono face, so that their arrival moves nothing. Other scripts come by unicode-range from
 * the style sheets that globals.css imports.
 */
const sans = localFont({
  src: '../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  weight: '100 700',
  variable: '--plex-sans',
  display: 'swap',
  adjustFontFallback: false,
})

const mono = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
      weight: '400',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-italic.woff2',
      weight: '400',
      style: 'italic',
    },
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2',
      weight: '500',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff2',
      weight: '600',
      style: 'normal',
    },
  ],
  variable: '--plex-mono',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

/** Class of <html> that defines both faces. */
export const fonts = `${sans.variable} ${mono.variable}`
