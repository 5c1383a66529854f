import type { Answers, KindFiles } from '../../kind'
import { freshItems, withPython } from '../../project/fresh-files'
import { itemName, labelOf } from '../../project/names'
import { descriptionOf } from '../../project/manifest-text'
import { fileStem } from '../../python/names'
import { agentStrategyProviderStarter, agentStrategyStarter } from './starter'
import { agentStrategyStub } from './stub'

/** A fresh plugin's strategy files: one provider and its strategies, with Python that runs. */
export function createAgentStrategy(answers: Answers): KindFiles {
  const provider = `provider/${fileStem(answers.name)}.yaml`
  const strategies = freshItems((answers.items?.['agent-strategy'] ?? ['first_strategy']).map(itemName), 'strategies')
  const yaml = new Map<string, string>([
    [
      provider,
      agentStrategyProviderStarter({
        name: answers.name,
        author: answers.author,
        label: answers.label ?? labelOf(answers.name),
        path: provider,
        python: '',
        description: descriptionOf(answers),
        icons: answers.icons,
        strategies: strategies.map(({ path }) => path),
      }),
    ],
    ...strategies.map((item) => [item.path, agentStrategyStarter({ ...item, author: answers.author })] as const),
  ])
  return {
    files: withPython(yaml, { section: 'agent_strategies', root: provider }, (seen, path) =>
      path === provider ? undefined : agentStrategyStub(seen, path),
    ),
    section: [provider],
    tags: ['agent'],
    permission: { tool: { enabled: true }, model: { enabled: true, llm: true } },
    readme: [{ heading: 'Usage', text: usageText(strategies.map(({ name }) => name)) }],
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
