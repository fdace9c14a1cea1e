// What a wrong line in the browser's code could hide. Formatting is Prettier's.
import js from '@eslint/js';

const node = ['Buffer', 'URL', 'console', 'crypto', 'process', 'performance', 'TextDecoder', 'TextEncoder'];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default [
  { ignores: ['portal/static/vendor/*.js', 'portal/static/app', 'node_modules', '.venv', 'var', 'build'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-script-url': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['portal/static/js/**/*.js', 'portal/assisted/archive/*.js'],
    rules: {
      'no-control-regex': 'off', // text is checked for exactly these
      'no-undef': 'off', // tsc knows every name of the browser
      // What would bring a text to life, keep it past the visit, or stop the page for an answer.
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Use lit-html.' },
        { property: 'outerHTML', message: 'Use lit-html.' },
        { property: 'insertAdjacentHTML', message: 'Use lit-html.' },
        { object: 'document', property: 'write', message: 'Use lit-html.' },
        { object: 'document', property: 'cookie', message: 'Cookies are the server’s.' },
      ],
      'no-restricted-globals': ['error', 'localStorage', 'indexedDB', 'alert', 'confirm', 'prompt', 'event', 'name'],
    },
  },
  {
    files: ['deploy/**/*.{js,mjs}', 'tests/**/*.{js,mjs}', 'eslint.config.js'],
    languageOptions: { globals: readonly(node) },
  },
  { files: ['deploy/dev/vendor/*.entry.js'], rules: { 'no-undef': 'off' } },
  {
    files: ['tests/looking/*.js'],
    languageOptions: { globals: readonly(['document', 'getComputedStyle', 'innerWidth', 'NodeFilter']) },
  },
];
