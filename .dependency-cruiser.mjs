// The import rules: the table of docs/architecture.md. tests/house/import-rules.test.ts breaks each rule once.

// The bench measures the platform with the support of the tests, and like them it may import everything. The file beside
// a route that says who may open it is read by tests alone.
const TESTS = '(^(tests|bench)/|^app/.*/access\\.ts$|\\.test\\.tsx?$)'
const npm = (...names) => names.map((name) => `(^|/)node_modules/(@types/)?${name}/`)

/** The files under `folder` may import only `allowed`. Node's built-in modules count too, unless `exceptions` has them. */
const only = (name, folder, allowed, exceptions = []) => ({
  name,
  severity: 'error',
  from: { path: folder, pathNot: TESTS },
  to: { path: '.', pathNot: allowed, dependencyTypesNot: exceptions },
})

const oneImporter = (name) => ({
  name: `one-importer-of-${name}`,
  comment: 'One file wraps the package, so that it can be replaced, and loaded only where it is needed.',
  severity: 'error',
  module: { path: npm(name), numberOfDependentsMoreThan: 1 },
  from: {},
})

/** Rooms of `domain` and `server` that stand below every noun, as do the files directly in these two folders. */
const KERNEL = [
  ...['time', 'person', 'list', 'form', 'text', 'file'],
  ...['db', 'queue', 'worker', 'mail', 'calendar-file', 'http', 'outbound', 'embedded', 'backup'],
]

/**
 * The order of the nouns in `domain` and in `server`, the lowest floor first. A file may import the kernel, its own noun
 * and the floors below it, in its own layer.
 */
export const FLOORS = [
  ['question', 'signoff', 'staff-letters'],
  ['auth'],
  ['account', 'content', 'webhook'],
  ['library'],
  ['case', 'contact'],
  ['course'],
  ['certificate', 'practice', 'note'],
  ['exam'],
  ['review', 'progress'],
  ['cohort'],
  ['institution', 'sign-on'],
  ['seminar', 'announcement', 'thread', 'research', 'calendar', 'account-removal'],
  ['survey'],
  ['editorial'],
  ['error-report', 'desk', 'api', 'audit'],
  ['letter'],
  ['jobs'],
]

const anyOf = (nouns) => `(${nouns.join('|')})`

/** The nouns that a noun may not import: its neighbours, and those on higher floors. */
export function nounsOutOfReach(noun) {
  const height = FLOORS.findIndex((floor) => floor.includes(noun))
  return FLOORS.slice(height)
    .flat()
    .filter((other) => other !== noun)
}

/** Null for the noun that may import all others. */
function floorRule(noun) {
  const others = nounsOutOfReach(noun)
  return others.length === 0
    ? null
    : {
        name: `floor-of-${noun}`,
        severity: 'error',
        from: { path: `^(domain|server)/${noun}/`, pathNot: TESTS },
        to: { path: `^$1/${anyOf(others)}/` },
      }
}

const nounRules = [
  {
    name: 'kernel-knows-no-noun',
    severity: 'error',
    from: { path: `^(domain|server)/(${anyOf(KERNEL)}/|[^/]+$)`, pathNot: TESTS },
    to: { path: `^$1/${anyOf(FLOORS.flat())}/` },
  },
  {
    name: 'every-noun-has-a-floor',
    comment: 'A new folder of `domain` or `server` is added to FLOORS.',
    severity: 'error',
    from: { path: '^(domain|server)/[^/]+/', pathNot: [`^(domain|server)/${anyOf([...KERNEL, ...FLOORS.flat()])}/`] },
    to: { path: '.' },
  },
  ...FLOORS.flatMap((floor) => floor.flatMap((noun) => floorRule(noun) ?? [])),
]

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  only('domain-is-pure', '^domain/', [
    '^domain/',
    ...npm('zod', 'unified', 'remark-parse', 'remark-gfm', 'remark-directive', 'mdast'),
  ]),
  ...nounRules,
  {
    name: 'queue-knows-no-job',
    comment: 'Every noun may wake a job; only server/jobs knows what each job does.',
    severity: 'error',
    from: { path: '^server/queue/', pathNot: TESTS },
    to: { path: '^server/', pathNot: '^server/(queue/|db/pool\\.ts$|[^/]+\\.ts$)' },
  },
  only('i18n-knows-the-domain', '^i18n/', ['^(domain|i18n)/', ...npm('next-intl', 'use-intl')]),
  only('components-get-data-by-props', '^components/', [
    '^(domain|i18n|components)/',
    ...npm('react', 'lucide', 'recharts'),
    ...npm('react-markdown', 'rehype-[^/]+', 'unist-util-visit', 'mdast', 'hast'),
    ...npm('@codemirror/[^/]+', '@lezer/[^/]+'),
  ]),
  {
    name: 'components-keep-to-their-noun',
    severity: 'error',
    from: { path: '^components/([^/]+)/', pathNot: TESTS },
    to: { path: '^components/', pathNot: '^components/(ui|question|form|shell|$1)/' },
  },
  {
    name: 'server-imports-no-page',
    severity: 'error',
    from: { path: '^server/', pathNot: TESTS },
    to: { path: '^(app|components|scripts|prisma|proxy)' },
  },
  {
    name: 'database-knows-no-use-case',
    comment: 'server/db reads and writes rows; decisions are made in the folder of the noun.',
    severity: 'error',
    from: { path: '^server/db/', pathNot: TESTS },
    to: { path: '^server/', pathNot: '^server/(db/|[^/]+\\.ts$)' },
  },
  {
    name: 'prisma-only-in-the-database-room',
    severity: 'error',
    from: { pathNot: ['^(server/db|generated|tools)/', '^prisma\\.config\\.ts$', TESTS] },
    to: { path: ['^generated/', ...npm('@prisma/[^/]+', 'prisma')] },
  },
  only(
    'scripts-only-start',
    '^(scripts/(?!write-refusals\\.)|prisma/seed|start\\.mjs$)',
    ['^(domain|i18n|server|scripts|demo)/', ...npm('esbuild')],
    ['core'],
  ),
  only(
    'refusals-are-written-in-the-frame-of-every-page',
    '^scripts/write-refusals\\.tsx$',
    ['^(domain|i18n)/', '^app/http/frame\\.tsx$', '^components/shell/', '^server/http/refusals\\.ts$'],
    ['core'],
  ),
  only(
    'web-server-knows-no-use-case',
    '^server/http/',
    // Shared modules for logs and settings.
    [
      '^(domain|i18n)/',
      '^server/(http/|[^/]+\\.ts$)',
      ...npm('compression', 'negotiator', 'next', 'send', 'server-only'),
    ],
    ['core'],
  ),
  {
    name: 'next-is-started-in-one-place',
    severity: 'error',
    from: { pathNot: ['^server/http/serve\\.ts$', TESTS] },
    to: { path: '(^|/)node_modules/next/dist/server/next\\.', dependencyTypesNot: ['type-only'] },
  },
  only(
    'tools-stand-alone',
    '^tools/',
    ['^(tools/|\\.dependency-cruiser\\.mjs$)', ...npm('@playwright/test', '@prisma/[^/]+', 'pg')],
    ['core'],
  ),
  {
    name: 'nothing-runs-on-tools',
    comment: 'They are for the developers of the platform; the platform itself does not use them.',
    severity: 'error',
    from: { pathNot: ['^tools/', TESTS] },
    to: { path: '^tools/' },
  },
  only('demo-fills-the-database', '^demo/', ['^(domain|i18n|server|demo)/', ...npm('zod', 'server-only')], ['core']),
  {
    name: 'only-scripts-fill-the-demo',
    comment: 'A command makes the invented people; no page and no use case depends on them.',
    severity: 'error',
    from: { pathNot: ['^(demo|scripts)/', '^prisma/seed', TESTS] },
    to: { path: '^demo/' },
  },
  only('app-composes', '^(app/|proxy\\.ts$)', ['^(domain|i18n|components|server|app)/', ...npm('next', 'react')]),
  {
    name: 'pages-call-use-cases',
    comment:
      'A page or a form handler calls server/<noun>, which requires a permit; it never uses the database itself.',
    severity: 'error',
    from: { path: '^(app/|proxy\\.ts$)', pathNot: TESTS },
    to: { path: '^server/db/' },
  },
  {
    name: 'statistics-leave-by-the-report',
    comment: 'Statistics on answers leave only through the report, where each goes through `disclose`.',
    severity: 'error',
    from: { pathNot: ['^domain/cohort/', '^domain/survey/(survey|level)-report\\.ts$', TESTS] },
    to: {
      path: '^domain/cohort/statistics/',
      pathNot: '/(learning-report|gain-report|recall-report|regrade-report|definition|seeded-generator)\\.ts$',
    },
  },
  {
    name: 'answers-of-a-cohort-have-one-reader',
    comment: 'Only the code that makes the report reads them.',
    severity: 'error',
    from: { pathNot: ['^server/cohort/learning\\.ts$', TESTS] },
    to: { path: '^server/db/cohort/first-attempts\\.ts$' },
  },
  {
    name: 'tests-of-a-cohort-have-one-reader',
    comment: 'Only the code that makes the report reads the tests of a whole cohort, or of a seminar.',
    severity: 'error',
    from: { pathNot: ['^server/(cohort/tests/cohort-(gain|recall)|seminar/tests/seminar-gain)\\.ts$', TESTS] },
    to: { path: '^server/db/cohort/tests-taken\\.ts$' },
  },
  {
    name: 'answers-to-surveys-have-one-room',
    comment: 'Only the code that makes the figures of a survey, and shows its texts, reads what people answered.',
    severity: 'error',
    from: { pathNot: ['^server/survey/', TESTS] },
    to: { path: '^server/db/survey/(surveys|waiting-answers)\\.ts$' },
  },
  {
    name: 'cohorts-read-no-answers',
    comment: 'Neither exam nor practice answers: staff see completion only.',
    severity: 'error',
    from: { path: '^server/(db/)?cohort/', pathNot: TESTS },
    to: { path: '^server/(db/(exam/attempts|practice/practice-answers)\\.ts$|exam/|practice/)' },
  },
  {
    name: 'letters-reach-the-queue-by-the-budget',
    comment: 'Only server/mail stores letters. They check the letter budget of the person first.',
    severity: 'error',
    from: { pathNot: ['^server/(mail|db)/', TESTS] },
    to: { path: '^server/db/mail/mails\\.ts$' },
  },
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    from: { pathNot: [TESTS, '^[^/]+\\.config\\.ts$'] },
    to: { path: TESTS },
  },
  {
    name: 'runs-without-development-packages',
    severity: 'error',
    from: { path: '^(app|components|demo|domain|i18n|server|scripts|prisma)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  oneImporter('react-markdown'),
  oneImporter('remark-directive'),
  oneImporter('recharts'),
  { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
]

/** @type {import('dependency-cruiser').IRequiredRuleType[]} */
export const required = [
  {
    name: 'server-stays-on-the-server',
    comment: 'Every file of server/ begins with: import "server-only".',
    severity: 'error',
    module: { path: '^server/', pathNot: [TESTS, '[.]d[.]ts$'].flat() },
    to: { path: npm('server-only') },
  },
]

/** @type {import('dependency-cruiser').ICruiseOptions} */
export const options = {
  doNotFollow: { path: ['node_modules', '^generated'] },
  exclude: { path: ['^\\.next', '^\\.data'] },
  tsConfig: { fileName: 'tsconfig.json' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    mainFields: ['module', 'main', 'types', 'typings'],
  },
}

export default { forbidden, required, options }
