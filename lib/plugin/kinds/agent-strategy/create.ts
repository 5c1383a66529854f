import type { Answers, KindFiles } from '../../document'
import { manifestPath, type Files } from '../../files'
import { itemName, labelOf } from '../../project/names'
import { descriptionOf } from '../../project/manifest-text'
import { fileStem } from '../../python/names'
import { agentStrategyProviderStarter, agentStrategyStarter } from './starter'
import { agentStrategyStub } from './stub'

/** A fresh plugin's strategy files: one provider and its strategies, with Python that runs. */
export function createAgentStrategy(answers: Answers): KindFiles {
  const stem = fileStem(answers.name)
  const provider = `provider/${stem}.yaml`
  const names = [...new Set((answers.items?.['agent-strategy'] ?? ['first_strategy']).map(itemName))]
  const stems: string[] = []
  for (const name of names) stems.push(fileStem(name, stems))
  const strategies = names.map((name, index) => {
    const path = `strategies/${stems[index] ?? ''}.yaml`
    const python = `strategies/${stems[index] ?? ''}.py`
    return { path, python, text: agentStrategyStarter({ name, author: answers.author, path, python }) }
  })
  const providerText = agentStrategyProviderStarter({
    name: answers.name,
    author: answers.author,
    label: answers.label ?? labelOf(answers.name),
    path: provider,
    python: '',
    description: descriptionOf(answers),
    icons: answers.icons,
    strategies: strategies.map(({ path }) => path),
  })
  const seen: Files = new Map([
    [manifestPath, `plugins:\n  agent_strategies:\n    - ${provider}\n`],
    [provider, providerText],
    ...strategies.map(({ path, text }) => [path, text] as const),
  ])
  const files = new Map([[provider, providerText]])
  for (const { path, python, text } of strategies) files.set(path, text).set(python, agentStrategyStub(seen, path))
  return {
    files,
    section: [provider],
    tags: ['agent'],
    permission: { tool: { enabled: true }, model: { enabled: true, llm: true } },
    readme: [{ heading: 'Usage', text: usageText(names) }],
    connection,
  }
}

const connection = {
  readme:
    'It connects to no other host itself: it asks the model and the\ntools that people choose, through Dify, and these may use services of their own. Name here every service that you call besides.',
  privacy: `What a strategy is asked goes, through Dify, to the model that people choose, and what the model asks for to the tools that
  they choose. What the services behind them do with it, their own privacy policies say. Nobody else gets anything.`,
}

function usageText(names: readonly string[]): string {
  return `Add an *Agent* node to a workflow or chatflow, choose a strategy of this plugin, then a model and tools:\n\n${names.map((name) => `- \`${name}\`: the model calls tools until it has an answer, or until the maximum of iterations.`).join('\n')}`
}
