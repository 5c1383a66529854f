import { readdirSync } from 'node:fs'
import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'
import globals from 'globals'

const kindFolders = readdirSync(new URL('lib/plugin/kinds', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Who may import whom, one row a rule (lib/README.md draws it). */
const zones = [
  {
    target: './lib/plugin',
    from: ['./app', './components', './lib/server', './lib/cli', './lib/oauth'],
    message: 'The plugin core is pure: it knows neither pages nor server.',
  },
  {
    target: './lib/oauth',
    from: ['./app', './components', './lib/server', './lib/cli', './lib/plugin'],
    message: 'The OAuth core is pure and stands alone.',
  },
  {
    target: './lib/plugin/yaml',
    from: ['./lib/plugin'],
    except: ['./yaml'],
    message: 'yaml/ knows nothing of Dify: text in, text out.',
  },
  {
    target: './lib/plugin/schema',
    from: ['./lib/plugin/kinds', './lib/plugin/manifest', './lib/plugin/rules', './lib/plugin/package'],
    message: 'Shared pieces do not know the kinds that use them.',
  },
  ...kindFolders.map((folder) => ({
    target: `./lib/plugin/kinds/${folder}`,
    from: kindFolders.filter((other) => other !== folder).map((other) => `./lib/plugin/kinds/${other}`),
    message: 'Kinds do not import kinds.',
  })),
  {
    target: './lib/server',
    from: ['./app', './components', './lib/cli'],
    message: 'The server does not know pages, components or the command line.',
  },
  {
    target: './lib/cli',
    from: ['./app', './components', './lib/server'],
    message: 'The command line stands on the plugin core alone.',
  },
  {
    target: './components',
    from: ['./app', './lib/server', './lib/cli'],
    message: 'Components never import the server: actions reach them as props.',
  },
  {
    target: './components/ui',
    from: ['./components/editor', './components/form', './components/projects', './components/account', './lib'],
    message: 'Primitives know nothing of plugins.',
  },
  {
    target: './components/form',
    from: ['./components/editor', './components/projects'],
    message: 'The form renderer is used by the editor, not the other way round.',
  },
]

const config = [
  {
    ignores: [
      '.cache/**',
      'node_modules/**',
      'lib/generated/**',
      'lib/cli/dist/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...next,
  ...typescript,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'import/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    files: ['lib/plugin/**/*.ts', 'lib/oauth/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'react', 'next', 'next/*'],
              message: 'The core runs anywhere: no node:*, no DOM, no framework.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'fetch', 'localStorage'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'No clock in the core: the caller gives the time.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'No clock in the core: the caller gives the time.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'No randomness in the core.',
        },
      ],
    },
  },
  {
    files: ['lib/server/**/*.ts'],
    ignores: ['**/*.test.ts', 'lib/server/test-*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "Program:not(:has(ImportDeclaration[source.value='server-only']))",
          message: "Begin with import 'server-only': a client component that imports this file then fails to build.",
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  { files: ['scripts/**/*.mjs'], rules: { 'import/no-anonymous-default-export': 'off' } },
]

export default config
