import type { DocumentType, Ref } from '../document'
import type { KindHead } from '../kinds/kind-heads'
import { assetRef, fileRef, fileRefs, textAt } from '../schema/file-reference'
import { manifestSchema } from './schema'
import { sections } from './sections'
import { manifestStarter } from './starter'

/** The document type of `manifest.yaml`; the kinds say what its sections hold. */
export function manifestType(kinds: readonly Pick<KindHead, 'manifestKey' | 'rootId'>[]): DocumentType {
  return {
    id: 'manifest',
    title: 'Plugin',
    icon: 'package',
    schema: manifestSchema,
    form: [
      {
        id: 'plugin',
        title: 'Plugin',
        summary: 'What people read on its card',
        fields: ['label', 'description', 'icon', 'icon_dark', 'tags'],
      },
      {
        id: 'identity',
        title: 'Identity',
        summary: 'author/name:version is its id',
        fields: ['author', 'name', 'version', 'created_at', 'type'],
      },
      {
        id: 'publish',
        title: 'Publishing',
        summary: 'What the marketplace asks for',
        fields: ['repo', 'contact', 'privacy', 'network.domains', 'verified'],
      },
      {
        id: 'permissions',
        title: 'Permissions',
        summary: 'What it may ask Dify to do',
        fields: ['resource.permission'],
      },
      {
        id: 'runtime',
        title: 'Runtime',
        summary: 'How Dify starts it',
        fields: [
          'meta.minimum_dify_version',
          'resource.memory',
          'meta.version',
          'meta.arch',
          'meta.runner.language',
          'meta.runner.version',
          'meta.runner.entrypoint',
        ],
      },
      { id: 'parts', title: 'Parts', fields: sections.map(({ key }) => `plugins.${key}`) },
    ],
    label: (value) => textAt(value, ['label', 'en_US']) ?? textAt(value, ['name']) ?? 'Plugin',
    namePath: 'name',
    refs: (value) => [
      ...assetRef(value, ['icon']),
      ...assetRef(value, ['icon_dark']),
      // Files of sections that no kind is registered for are read as text.
      ...sections.flatMap(({ key }) =>
        fileRefs(value, ['plugins', key], kinds.find((kind) => kind.manifestKey === key)?.rootId ?? 'text'),
      ),
      ...privacyRef(value),
    ],
    starter: manifestStarter,
  }
}

function privacyRef(value: unknown): Ref[] {
  return fileRef(value, ['privacy'], 'text').filter((ref) => !/^[a-z][a-z0-9+.-]*:/i.test(ref.target))
}
