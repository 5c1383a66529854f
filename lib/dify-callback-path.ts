/** Which sign-in of which plugin, in the words of Dify's path. */
export interface DifyCallback {
  author: string
  plugin: string
  /** `identity.name` of the provider's YAML, which may differ from the plugin's name. */
  provider: string
  kind: string
}

/** The path on the address of a Dify to which a service sends people back (oauth.md section 4). */
export function difyCallbackPath({ author, plugin, provider, kind }: DifyCallback): string {
  return `/console/api/oauth/plugin/${author}/${plugin}/${provider}/${kind}/callback`
}
