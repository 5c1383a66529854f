import { call, lay } from '../../python/layout'
import { moduleText } from '../../python/module'
import { className } from '../../python/names'
import { nameOf } from '../../python/plugin-documents'
import { textAt, valueAt } from '../../schema/file-reference'
import { modelTypes } from './model-types'

const imported = ['Any', 'CredentialsValidateFailedError', 'Mapping', 'ModelProvider', 'ModelType']

/** Python of a model provider: it tries the credentials on the first listed model (stubs.md section 4.3). */
export function providerStub(provider: unknown, path: string): string {
  const words = valueAt(provider, ['supported_model_types'])
  const type = Array.isArray(words)
    ? modelTypes.find(
        ({ word, key }) => words.includes(word) && Array.isArray(valueAt(provider, ['models', key, 'predefined'])),
      )
    : undefined
  return moduleText({
    doc: `The model provider described in ${path}.`,
    standard: [...(type ? ['import logging'] : []), 'from collections.abc import Mapping'],
    sdk: [
      'from dify_plugin import ModelProvider',
      ...(type
        ? [
            'from dify_plugin.entities.model import ModelType',
            'from dify_plugin.errors.model import CredentialsValidateFailedError',
          ]
        : []),
    ],
    constants: type ? ['logger = logging.getLogger(__name__)'] : [],
    body: [
      ...lay(call(`class ${providerClass(provider, path, 'Provider', imported)}`, ['ModelProvider'], ':'), 0),
      '    def validate_provider_credentials(self, credentials: Mapping) -> None:',
      ...(type
        ? tryLines(type.member)
        : [
            '        # Dify checks the credentials of each model by itself: there are none of the provider.',
            '        return None',
          ]),
    ],
  })
}

/** The class of a provider's Python file, named after the provider. */
export function providerClass(provider: unknown, path: string, suffix: string, taken: readonly string[]): string {
  return className(textAt(provider, ['provider']) || nameOf(undefined, path), suffix, taken)
}

function tryLines(member: string): string[] {
  return [
    '        """Raises the SDK\'s error where the service does not take the credentials."""',
    `        models = self.models(ModelType.${member})`,
    '        model = next((model for model in models if not model.deprecated), None)',
    '        if model is None:',
    '            return',
    '        try:',
    `            self.get_model_instance(ModelType.${member}).validate_credentials(`,
    '                model=model.model,',
    '                credentials=credentials,',
    '            )',
    '        except CredentialsValidateFailedError:',
    '            raise',
    '        except Exception as exc:',
    '            logger.exception("The credentials could not be checked")',
    '            raise CredentialsValidateFailedError(str(exc)) from exc',
  ]
}
