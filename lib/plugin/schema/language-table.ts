/** The languages in which Dify's console shows a plugin's texts (`I18nObject`): its key, words for people, and the tag of BCP 47. */
export const languageTable = [
  { key: 'en_US', title: 'English', short: 'en', lang: 'en' },
  { key: 'zh_Hans', title: 'Chinese', short: 'zh', lang: 'zh-Hans' },
  { key: 'ja_JP', title: 'Japanese', short: 'ja', lang: 'ja' },
  { key: 'pt_BR', title: 'Portuguese', short: 'pt', lang: 'pt-BR' },
] as const
