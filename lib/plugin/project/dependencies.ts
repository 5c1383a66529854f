/** The SDK's range: the newest that the marketplace and today's Dify take (sdk.md e.3). */
export const sdkRequirement = 'dify_plugin>=0.9.0,<0.11.0'

/** `requirements.txt`: the SDK first, then what else the Python imports. */
export function requirementsText(requirements: readonly string[]): string {
  return [sdkRequirement, ...requirements].map((line) => `${line}\n`).join('')
}

/** `pyproject.toml` with the same requirements; without a build system uv only installs them. */
export function pyprojectText(name: string, version: string, requirements: readonly string[]): string {
  return `[project]
name = "${projectName(name)}"
version = "${version}"
requires-python = ">=3.12"
dependencies = [
${[sdkRequirement, ...requirements].map((line) => `    "${line}",\n`).join('')}]

[tool.ruff]
line-length = 100
target-version = "py312"
`
}

/** The name as Python packaging allows it: letter or digit at both ends. */
function projectName(name: string): string {
  return name.replace(/^[_-]+|[_-]+$/g, '') || 'plugin'
}
