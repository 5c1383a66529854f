import type { ViewContext } from '../dify-view/context'
import type { Block, DifyView, Remark } from '../dify-view/picture'
import { agentStrategyViews } from './agent-strategy/dify-views'
import { datasourceViews } from './datasource/dify-views'
import { endpointViews } from './endpoint/dify-views'
import { modelViews } from './model/dify-views'
import { toolViews } from './tool/dify-views'
import { triggerViews } from './trigger/dify-views'

/** How Dify's console shows one kind; `root` is the kind's root document. */
export interface KindViews {
  /** Parts of the plugin's drawer, in the console's order. */
  detail: (context: ViewContext, root: string) => Block[]
  detailRemarks?: (context: ViewContext, root: string) => Remark[]
  /** Places of its own: dialogs, nodes. */
  views: (context: ViewContext, root: string) => DifyView[]
  /** How the installed list names the category and counts what it has. */
  category?: string
  /** The console's page that has such plugins in place of the list of installed ones. */
  page?: string
  strip?: (context: ViewContext, root: string) => string[]
}

/** By kind id. Apart from `kinds`, since only the preview needs them. */
export const kindViews: Readonly<Record<string, KindViews>> = {
  tool: toolViews,
  endpoint: endpointViews,
  'agent-strategy': agentStrategyViews,
  datasource: datasourceViews,
  trigger: triggerViews,
  model: modelViews,
}
