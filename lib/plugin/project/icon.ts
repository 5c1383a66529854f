const shapes = (
  tile: string,
  body: string,
  pins: string,
) => `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">
  <rect width="128" height="128" rx="28" fill="${tile}"/>
  <path d="M46 26v20M82 26v20" stroke="${pins}" stroke-width="10" stroke-linecap="round"/>
  <path d="M34 46h60v14a30 30 0 0 1-60 0z" fill="${body}"/>
  <path d="M64 88v16" stroke="${pins}" stroke-width="10" stroke-linecap="round"/>
</svg>
`

/** A neutral pair of icons to begin with, for light and dark: a plug, and nobody's logo. */
export const freshIcons = {
  light: { name: 'icon.svg', text: shapes('#e4eff0', '#1f6f78', '#6aa5ab') },
  dark: { name: 'icon-dark.svg', text: shapes('#17343a', '#8ed0d5', '#4f8f96') },
} as const
