/** The oldest SDK that the marketplace takes (marketplace.md DP-01). */
export const oldestSdk = '0.9.0'

/** The SDK's range: from the release that the plugin needs to the newest that today's Dify takes (sdk.md e.3). */
export function sdkRange(from = oldestSdk): string {
  return `dify_plugin>=${from},<0.11.0`
}

/** `requirements.txt`: the SDK first, from the release that is needed, then what else the Python imports. */
export function requirementsText(requirements: readonly string[], sdk?: string): string {
  return [sdkRange(sdk), ...requirements].map((line) => `${line}\n`).join('')
}

/** `pyproject.toml` with the same requirements; without a build system uv only installs them. */
export function pyprojectText(name: string, version: string, requirements: readonly string[], sdk?: string): string {
  return `[project]
name = "${projectName(name)}"
version = "${version}"
requires-python = ">=3.12"
dependencies = [
${[sdkRange(sdk), ...requirements].map((line) => `    "${line}",\n`).join('')}]

[tool.ruff]
line-length = 100
target-version = "py312"
`
}

/** Packages that the SDK brings along: a project of the same name would be installed in their place. */
const taken = new Set(
  `annotated-types anyio blinker certifi charset-normalizer click dify-plugin flask gevent greenlet h11 httpcore httpx idna
  itsdangerous jinja2 markupsafe multidict packaging propcache pydantic pydantic-core pydantic-settings python-dotenv pyyaml
  regex requests sniffio socksio tiktoken typing-extensions typing-inspection urllib3 werkzeug yarl zope-event
  zope-interface`.split(/\s+/),
)

/** The name as Python packaging allows it: letter or digit at both ends, not that of a package the plugin needs. */
function projectName(name: string): string {
  const plain = name.replace(/^[_-]+|[_-]+$/g, '') || 'plugin'
  return taken.has(plain.replace(/[_-]+/g, '-')) ? `${plain}-plugin` : plain
}
