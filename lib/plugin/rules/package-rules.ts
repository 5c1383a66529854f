import type { Finding } from '../document'
import { dependencyRules } from './dependencies'
import { entrypointRules } from './entrypoint'
import { featureReleaseRules } from './feature-releases'
import { formatVersionRules } from './format-version'
import { iconRules } from './icons'
import { iconShapeRules } from './icon-shape'
import { itemOrderRules } from './item-order'
import { itemRules } from './items'
import { kindReleaseRules } from './kind-releases'
import { lockedSdkRules } from './locked-sdk'
import { manifestFileRules } from './manifest-file'
import { oauthCodeRules } from './oauth-code'
import { packedRules } from './packed'
import type { PluginView } from './plugin-view'
import { publishManifestRules } from './publish-manifest'
import { publishReadmeRules } from './publish-readme'
import { publishPrivacyRules } from './publish-privacy'
import { pythonOptionRules } from './python-options'
import { pythonReadingRules } from './python-readings'
import { pythonRules } from './python-sources'
import { pythonVersionRules } from './python-version'
import { referenceRules } from './references'
import { sectionRules } from './sections'
import { tagRules } from './tags'
import { unlistedItemRules } from './unlisted-items'
import { unfinishedRules } from './unfinished'

/** Rules that look at more than one document, one file a subject. */
export const packageRules: readonly ((view: PluginView) => Finding[])[] = [
  manifestFileRules,
  sectionRules,
  referenceRules,
  iconRules,
  iconShapeRules,
  itemRules,
  itemOrderRules,
  unlistedItemRules,
  kindReleaseRules,
  featureReleaseRules,
  formatVersionRules,
  tagRules,
  pythonRules,
  pythonOptionRules,
  pythonReadingRules,
  oauthCodeRules,
  unfinishedRules,
  entrypointRules,
  dependencyRules,
  lockedSdkRules,
  pythonVersionRules,
  packedRules,
  publishManifestRules,
  publishReadmeRules,
  publishPrivacyRules,
]
