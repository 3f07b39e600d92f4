import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const CODE = ['**/*.{ts,tsx}']
/** Everything a person reads stands in app/i18n, in both languages. */
const TEXT_IN_CODE = [
  { selector: 'JSXText[value=/\\p{L}/u]', message: 'Text belongs in app/i18n/<language>/<noun>.ts.' },
  {
    selector: 'Literal[value=/\\p{Script=Han}/u]',
    message: 'Text belongs in app/i18n/<language>/<noun>.ts.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\p{Script=Han}/u]',
    message: 'Text belongs in app/i18n/<language>/<noun>.ts.',
  },
]
const CHANCE_AND_TIME = [
  { object: 'Math', property: 'random', message: 'Rules get chance from their context.' },
  { object: 'Date', property: 'now', message: 'Rules get the time from their context.' },
]

// A link that fetches ahead asks for the page's code, and where that does not come, Remix loads the whole page anew: without a
// network the pointer on a link took everything typed away (T-78).
const FETCHED_AHEAD = {
  selector: 'JSXAttribute[name.name="prefetch"]',
  message: 'Links do not fetch ahead.',
}

export default defineConfig(
  globalIgnores(['build', 'coverage', 'data', 'server/store/generated', 'prisma/postgresql']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: CODE,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Remix's way to leave a loader is to throw a Response.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', name: 'TypedResponse', package: '@remix-run/server-runtime' },
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An implementation of an asynchronous port may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Ports are objects of closures, taken apart on arrival; nothing here is called with a `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
    rules: { 'no-restricted-syntax': ['error', ...TEXT_IN_CODE, FETCHED_AHEAD] },
  },
  {
    files: ['app/i18n/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['app/routes/**/route.{ts,tsx}'],
    rules: { 'max-lines': ['error', { max: 150 }] },
  },
  {
    files: ['server/domain/**'],
    rules: { 'no-restricted-properties': ['error', ...CHANCE_AND_TIME] },
  },
  {
    // Their output is the console.
    files: [
      'server/index.ts',
      'server/commands/**',
      'prisma/**',
      'scripts/**',
      'bench/**',
      'test/support/**',
    ],
    rules: { 'no-console': 'off' },
  },
)
