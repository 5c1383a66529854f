import type { KindViews } from '../kind-views'
import { credentialViews } from './dify-credentials'
import { modelBadges, modelRow, modelsOf, providerIcon } from './dify-models'
import { pickerView } from './dify-picker'
import { providerView } from './dify-provider'
import { parameterView } from './dify-rules'

/** Models in the drawer, on the page of providers, in the picker and with their parameters (dify-ui.md sections 2.4 and 5). */
export const modelViews: KindViews = {
  category: 'Model',
  page: 'Model Provider',
  detail: (context, root) => {
    const models = modelsOf(context, root)
    const icon = providerIcon(context, root, 20)
    return [
      { kind: 'heading', text: `${models.length} ${models.length === 1 ? 'model' : 'models'} included`, upper: true },
      ...models.map((model) => modelRow(model, icon, { badges: modelBadges(model) })),
    ]
  },
  views: (context, root) => {
    const models = modelsOf(context, root)
    const open = models.find(({ file }) => file === context.file)
    const chosen = open ?? models.find(({ deprecated }) => !deprecated) ?? models[0]
    const llms = models.filter(({ type }) => type === 'llm')
    const llm = open?.type === 'llm' ? open : llms[0]
    return [
      providerView(context, root),
      ...credentialViews(context, root),
      ...(chosen ? [pickerView(context, root, chosen)] : []),
      ...(llm ? [parameterView(context, llm)] : []),
    ]
  },
}
