import type { Kind } from '../kind'

/** What is known of a kind before it is loaded: a browser loads only the kinds that a plugin has. */
export interface KindHead extends Pick<Kind, 'id' | 'title' | 'summary' | 'icon' | 'manifestKey' | 'alone'> {
  /** Id of its root document's type. */
  rootId: string
  load: () => Promise<Kind>
}

/** Every kind that there is, in the order in which they are offered. `kinds.test.ts` holds each head to its kind. */
export const kindHeads: readonly KindHead[] = [
  {
    id: 'tool',
    title: 'Tools',
    summary: 'Actions an agent or a workflow can call',
    icon: 'wrench',
    manifestKey: 'tools',
    alone: false,
    rootId: 'tool.provider',
    load: () => import('./tool/kind').then(({ toolKind }) => toolKind),
  },
  {
    id: 'endpoint',
    title: 'Endpoints',
    summary: 'Web addresses that answer requests from outside',
    icon: 'webhook',
    manifestKey: 'endpoints',
    alone: false,
    rootId: 'endpoint.group',
    load: () => import('./endpoint/kind').then(({ endpointKind }) => endpointKind),
  },
  {
    id: 'agent-strategy',
    title: 'Agent strategies',
    summary: 'How an agent thinks, picks tools and stops',
    icon: 'waypoints',
    manifestKey: 'agent_strategies',
    alone: true,
    rootId: 'agent-strategy.provider',
    load: () => import('./agent-strategy/kind').then(({ agentStrategyKind }) => agentStrategyKind),
  },
  {
    id: 'datasource',
    title: 'Data sources',
    summary: 'Websites, documents and drives that feed a knowledge base',
    icon: 'database',
    manifestKey: 'datasources',
    alone: true,
    rootId: 'datasource.provider',
    load: () => import('./datasource/kind').then(({ datasourceKind }) => datasourceKind),
  },
  {
    id: 'trigger',
    title: 'Triggers',
    summary: 'Events of a service that start workflows',
    icon: 'zap',
    manifestKey: 'triggers',
    alone: true,
    rootId: 'trigger.provider',
    load: () => import('./trigger/kind').then(({ triggerKind }) => triggerKind),
  },
  {
    id: 'model',
    title: 'Models',
    summary: 'Language models, embeddings, voices and the like',
    icon: 'brain',
    manifestKey: 'models',
    alone: true,
    rootId: 'model.provider',
    load: () => import('./model/kind').then(({ modelKind }) => modelKind),
  },
]
