import type { Kind } from '../../kind'
import { createAgentStrategy } from './create'
import { agentStrategyPicture } from './picture'
import { agentStrategyProvider } from './provider'
import { agentStrategy } from './strategy'

/** Ways to reason for the Agent node: one provider with any number of strategies. */
export const agentStrategyKind: Kind = {
  id: 'agent-strategy',
  title: 'Agent strategies',
  summary: 'How an agent thinks, picks tools and stops',
  icon: 'waypoints',
  docsUrl: 'https://docs.dify.ai/en/develop-plugin/dev-guides-and-walkthroughs/agent-strategy-plugin',
  manifestKey: 'agent_strategies',
  alone: true,
  picture: agentStrategyPicture,
  signIns: ['none'],
  permissions: [
    {
      name: 'model',
      keys: ['model.enabled', 'model.llm'],
      what: 'language models',
      loss: 'no strategy can ask its model',
      refusal: 'permission denied, you need to enable llm access in plugin manifest',
    },
    {
      name: 'tool',
      keys: ['tool.enabled'],
      what: 'tools',
      loss: 'no strategy can call a tool',
      refusal: 'permission denied, you need to enable tool access in plugin manifest',
    },
  ],
  format: { version: '0.0.2', loss: 'Dify gives strategies of an older format no tools of MCP servers' },
  root: agentStrategyProvider,
  items: [agentStrategy],
  starters: [
    {
      id: 'agent-strategy',
      kind: 'agent-strategy',
      title: 'Agent strategy',
      summary: 'A model that calls tools until it has an answer',
      answers: { credentials: 'none' },
    },
  ],
  create: createAgentStrategy,
}
