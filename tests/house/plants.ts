import { FLOORS, nounsOutOfReach } from '@/.dependency-cruiser.mjs'

const GUARD = "import 'server-only'\n"

/** A valid project: all files that the faulty files below import, and imports that are allowed. */
export const HOUSE = {
  ...Object.fromEntries(
    FLOORS.flat().flatMap((noun) => [
      [`domain/${noun}/rule.ts`, 'export const rule = 1\n'],
      [`server/${noun}/rule.ts`, `${GUARD}export const rule = 1\n`],
    ]),
  ),
  'tools/engine.ts': 'export const engine = 1\n',
  'domain/exam/grade.ts': "import { z } from 'zod'\nexport const grade = z.number()\n",
  'i18n/sentence.ts': "import { useLocale } from 'next-intl'\nexport const sentence = useLocale\n",
  'components/ui/button.tsx': "import { createElement } from 'react'\nexport const button = createElement\n",
  'components/exam/form.tsx': "import { button } from '../ui/button'\nexport const form = button\n",
  'components/course/card.tsx': 'export const card = 1\n',
  'generated/prisma/client.ts': 'export const client = 1\n',
  'server/db/client.ts': `${GUARD}import { client } from '../../generated/prisma/client'\nexport const db = client\n`,
  'server/exam/hand-in.ts': `${GUARD}import { db } from '../db/client'\nexport const handIn = db\n`,
  'domain/cohort/statistics/facility.ts': 'export const facility = 1\n',
  'domain/cohort/statistics/learning-report.ts':
    "import { facility } from './facility'\nexport const report = facility\n",
  'server/db/cohort/first-attempts.ts': `${GUARD}export const rows = 1\n`,
  'server/db/cohort/tests-taken.ts': `${GUARD}export const rows = 1\n`,
  'server/db/survey/surveys.ts': `${GUARD}export const rows = 1\n`,
  'server/db/mail/mails.ts': `${GUARD}export const mails = 1\n`,
  'server/db/exam/attempts.ts': `${GUARD}export const attempts = 1\n`,
  'server/http/serve.ts': `${GUARD}import next from 'next'\nexport const serve = next\n`,
  'server/cohort/learning.ts': `${GUARD}import { report } from '../../domain/cohort/statistics/learning-report'
import { rows } from '../db/cohort/first-attempts'\nexport const learning = [report, rows]\n`,
  'scripts/check.ts': "import { handIn } from '../server/exam/hand-in'\nconsole.log(handIn)\n",
  'app/page.tsx': "import { handIn } from '../server/exam/hand-in'\nexport const page = handIn\n",
  'demo/people.ts': "import { handIn } from '../server/exam/hand-in'\nexport const people = handIn\n",
  'tests/support/factory.ts': 'export const factory = 1\n',
  'app/help/access.ts': "import { factory } from '../../tests/support/factory'\nexport const access = factory\n",
  'bench/visitor.ts': "import { factory } from '../tests/support/factory'\nexport const visitor = factory\n",
}

type Plant = { file: string; text: string }

/** For each noun, a file in each layer that imports a noun out of its reach. */
const FLOOR_PLANTS: Record<string, Plant[]> = Object.fromEntries(
  FLOORS.flat().flatMap((noun) => {
    const other = nounsOutOfReach(noun).at(-1)
    if (other === undefined) return []
    const text = `import { rule } from '../${other}/rule'\nexport const above = rule\n`
    const plants = [
      { file: `domain/${noun}/above.ts`, text },
      { file: `server/${noun}/above.ts`, text: `${GUARD}${text}` },
    ]
    return [[`floor-of-${noun}`, plants]]
  }),
)

/** For each rule, files that break it. */
export const PLANTS: Record<string, readonly Plant[]> = {
  ...FLOOR_PLANTS,
  'every-noun-has-a-floor': [
    { file: 'domain/gossip/tell.ts', text: "import { grade } from '../exam/grade'\nexport const tell = grade\n" },
  ],
  'domain-is-pure': [
    {
      file: 'domain/exam/clock.ts',
      text: "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
    },
    {
      file: 'domain/exam/query.ts',
      text: "import { handIn } from '../../server/exam/hand-in'\nexport const query = handIn\n",
    },
    { file: 'domain/exam/tree.ts', text: "import { parse } from 'yaml'\nexport const tree = parse\n" },
  ],
  'kernel-knows-no-noun': [
    { file: 'domain/exams.ts', text: "import { grade } from './exam/grade'\nexport const exams = grade\n" },
    { file: 'domain/time/exam.ts', text: "import { grade } from '../exam/grade'\nexport const exam = grade\n" },
  ],
  'queue-knows-no-job': [
    {
      file: 'server/queue/hand-in.ts',
      text: `${GUARD}import { handIn } from '../exam/hand-in'\nexport const again = handIn\n`,
    },
  ],
  'i18n-knows-the-domain': [
    { file: 'i18n/dates.ts', text: "import { handIn } from '../server/exam/hand-in'\nexport const dates = handIn\n" },
  ],
  'components-get-data-by-props': [
    {
      file: 'components/exam/live.tsx',
      text: "import { handIn } from '../../server/exam/hand-in'\nexport const live = handIn\n",
    },
    { file: 'components/exam/parse.tsx', text: "import { z } from 'zod'\nexport const parse = z\n" },
  ],
  'components-keep-to-their-noun': [
    { file: 'components/exam/mixed.tsx', text: "import { card } from '../course/card'\nexport const mixed = card\n" },
  ],
  'server-imports-no-page': [
    { file: 'server/exam/page.ts', text: `${GUARD}import { page } from '../../app/page'\nexport const again = page\n` },
  ],
  'demo-fills-the-database': [
    { file: 'demo/drawn.ts', text: "import { button } from '../components/ui/button'\nexport const drawn = button\n" },
  ],
  'only-scripts-fill-the-demo': [
    {
      file: 'server/exam/guests.ts',
      text: `${GUARD}import { people } from '../../demo/people'\nexport const guests = people\n`,
    },
  ],
  'server-stays-on-the-server': [{ file: 'server/exam/open.ts', text: 'export const open = 1\n' }],
  'database-knows-no-use-case': [
    {
      file: 'server/db/story.ts',
      text: `${GUARD}import { handIn } from '../exam/hand-in'\nexport const story = handIn\n`,
    },
  ],
  'prisma-only-in-the-database-room': [
    {
      file: 'server/exam/rows.ts',
      text: `${GUARD}import { client } from '../../generated/prisma/client'\nexport const rows = client\n`,
    },
    {
      file: 'server/exam/pool.ts',
      text: `${GUARD}import { PrismaPg } from '@prisma/adapter-pg'\nexport const pool = PrismaPg\n`,
    },
  ],
  'tools-stand-alone': [
    { file: 'tools/rows.ts', text: "import { db } from '../server/db/client'\nexport const rows = db\n" },
  ],
  'nothing-runs-on-tools': [
    {
      file: 'scripts/engine.ts',
      text: "import { engine } from '../tools/engine'\nexport const start = engine\n",
    },
  ],
  'scripts-only-start': [{ file: 'scripts/yaml.ts', text: "import { parse } from 'yaml'\nconsole.log(parse)\n" }],
  'refusals-are-written-in-the-frame-of-every-page': [
    {
      file: 'scripts/write-refusals.tsx',
      text: "import { page } from '../app/page'\nconsole.log(page)\n",
    },
  ],
  'web-server-knows-no-use-case': [
    {
      file: 'server/http/exam.ts',
      text: `${GUARD}import { handIn } from '../exam/hand-in'\nexport const exam = handIn\n`,
    },
  ],
  'next-is-started-in-one-place': [
    { file: 'server/exam/site.ts', text: `${GUARD}import next from 'next'\nexport const site = next\n` },
  ],
  'app-composes': [{ file: 'app/schema.ts', text: "import { z } from 'zod'\nexport const schema = z\n" }],
  'pages-call-use-cases': [
    { file: 'app/rows.ts', text: "import { db } from '../server/db/client'\nexport const rows = db\n" },
  ],
  'statistics-leave-by-the-report': [
    {
      file: 'app/raw.ts',
      text: "import { facility } from '../domain/cohort/statistics/facility'\nexport const raw = facility\n",
    },
    {
      file: 'server/cohort/raw.ts',
      text: `${GUARD}import { facility } from '../../domain/cohort/statistics/facility'\nexport const raw = facility\n`,
    },
  ],
  'answers-of-a-cohort-have-one-reader': [
    {
      file: 'server/cohort/second.ts',
      text: `${GUARD}import { rows } from '../db/cohort/first-attempts'\nexport const second = rows\n`,
    },
  ],
  'tests-of-a-cohort-have-one-reader': [
    {
      file: 'server/cohort/third.ts',
      text: `${GUARD}import { rows } from '../db/cohort/tests-taken'\nexport const third = rows\n`,
    },
  ],
  'answers-to-surveys-have-one-room': [
    {
      file: 'server/cohort/fourth.ts',
      text: `${GUARD}import { rows } from '../db/survey/surveys'\nexport const fourth = rows\n`,
    },
  ],
  'cohorts-read-no-answers': [
    {
      file: 'server/cohort/peek.ts',
      text: `${GUARD}import { attempts } from '../db/exam/attempts'\nexport const peek = attempts\n`,
    },
  ],
  'letters-reach-the-queue-by-the-budget': [
    {
      file: 'server/cohort/write.ts',
      text: `${GUARD}import { mails } from '../db/mail/mails'\nexport const write = mails\n`,
    },
  ],
  'nothing-imports-tests': [
    { file: 'scripts/fake.ts', text: "import { factory } from '../tests/support/factory'\nconsole.log(factory)\n" },
    { file: 'scripts/load.ts', text: "import { visitor } from '../bench/visitor'\nconsole.log(visitor)\n" },
    { file: 'app/help/route.ts', text: "import { access } from './access'\nexport const GET = access\n" },
  ],
  'runs-without-development-packages': [
    { file: 'scripts/random.ts', text: "import fc from 'fast-check'\nconsole.log(fc)\n" },
  ],
  'one-importer-of-react-markdown': [
    { file: 'components/course/one.tsx', text: "import Markdown from 'react-markdown'\nexport const one = Markdown\n" },
    { file: 'components/course/two.tsx', text: "import Markdown from 'react-markdown'\nexport const two = Markdown\n" },
  ],
  'one-importer-of-remark-directive': [
    { file: 'domain/course/one.ts', text: "import marks from 'remark-directive'\nexport const one = marks\n" },
    { file: 'domain/course/two.ts', text: "import marks from 'remark-directive'\nexport const two = marks\n" },
  ],
  'one-importer-of-recharts': [
    { file: 'components/course/bars.tsx', text: "import { Bar } from 'recharts'\nexport const bars = Bar\n" },
    { file: 'components/course/lines.tsx', text: "import { Line } from 'recharts'\nexport const lines = Line\n" },
  ],
  'no-circular': [
    { file: 'domain/exam/hen.ts', text: "import { egg } from './egg'\nexport const hen = () => egg\n" },
    { file: 'domain/exam/egg.ts', text: "import { hen } from './hen'\nexport const egg = () => hen\n" },
  ],
  'no-unresolvable': [
    { file: 'domain/exam/lost.ts', text: "import { lost } from './nowhere'\nexport const found = lost\n" },
  ],
}
