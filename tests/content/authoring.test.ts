import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { factsIn, readDocuments, textFaults } from '@/domain/case/case-text'
import { gridFileSchema } from '@/domain/case/grid-file'
import { graphFaults } from '@/domain/case/simulation/graph-faults'
import { simulationSchema } from '@/domain/case/simulation/simulation'
import { decisionPrivacy } from '@/domain/course/checks/decision-privacy'
import { courseFileSchema } from '@/domain/course/course'
import { lawChangesSchema } from '@/domain/course/law-changes'
import { briefSchema } from '@/domain/library/brief'
import { procedureChecklistSchema } from '@/domain/library/checklist'
import { decisionSchema } from '@/domain/library/decision'
import { figureSchema } from '@/domain/library/figure'
import { termSchema } from '@/domain/library/glossary'
import { indicatorGroupSchema } from '@/domain/library/indicator'
import { modelSchema } from '@/domain/library/model'
import { referralEntrySchema } from '@/domain/library/referral'
import { kindOf } from '@/domain/question/kinds/kinds'
import { entrySignoffSchema } from '@/domain/signoff/entry-signoff'
import { signoffSchema } from '@/domain/signoff/signoff'
import { parseCase } from '@/domain/text/markdown'
import { DRAWINGS } from '@/domain/text/marks'
import { readProse } from '@/server/content/read-prose'
import { readQuestions, readSecondForms } from '@/server/content/read-questions'
import { readYaml } from '@/server/content/read-yaml'
import { libraryWith, yamlSource } from '../support/course-factories'
import { librarySource } from '../support/library-factories'

const guide = readFileSync('docs/authoring.md', 'utf8')
const examples = [...guide.matchAll(/```(markdown|yaml)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({
  kind,
  text,
}))

it('shows a question that the platform accepts', () => {
  const question = examples.find(({ kind, text }) => kind === 'yaml' && text.includes('kind: single'))

  expect(readQuestions('example.yaml', question?.text ?? '', null)).toMatchObject({ findings: [], unknown: [] })
})

it('shows a number to compute that the platform accepts', () => {
  const { text = '' } = examples.find((example) => example.text.includes('kind: computing')) ?? {}
  const read = readQuestions('example.yaml', text, null)

  expect(read).toMatchObject({ findings: [], unknown: [] })
  expect(read.questions.map(({ value }) => value && kindOf(value).fault(value))).toEqual([null])
})

it('shows a second form that the platform accepts', () => {
  const { text = '' } = examples.find((example) => example.text.startsWith('# courses/fundamentals/second')) ?? {}

  expect(readSecondForms('example.yaml', text)).toMatchObject({
    findings: [],
    unknown: [],
    questions: [{ after: 'offence-p1' }],
  })
})

it('shows a simulation that can be played to its ends', () => {
  const { text = '' } = examples.find((example) => example.text.startsWith('# courses/detection/cases')) ?? {}
  const simulation = simulationSchema.parse(readYaml('example.yaml', text).value)
  const documents = ['call-note', 'finding', 'second-call', 'birth-record', 'order', 'handing-over']

  expect(graphFaults(simulation, new Set(documents))).toEqual([])
})

it('shows a lesson in which every mark is valid', () => {
  const lesson = examples.find(({ kind }) => kind === 'markdown')
  const { prose, findings } = readProse('example.md', 'en', lesson?.text ?? '')

  expect(findings).toEqual([])
  expect(prose).toMatchObject({ revision: 1, unknown: [], nested: [] })
  expect(prose.cases).toHaveLength(1)
  expect(prose.headings.map(({ id }) => id)).toEqual(['act'])
})

it('shows a document and an element of a file to qualify that the platform accepts', () => {
  const document = examples.find(({ text }) => text.includes(':::document['))
  const element = examples.find(({ text }) => text.startsWith('# courses/fundamentals/cases/'))
  const tree = parseCase((document?.text ?? '').replace(/^---[\s\S]*?---/, ''))
  const { act } = z.strictObject({ act: z.unknown() }).parse(readYaml('case.yaml', element?.text ?? '').value)

  expect(textFaults(tree)).toEqual([])
  expect(factsIn(readDocuments(tree)).map(({ id }) => id)).toEqual(['F1', 'F2'])
  expect(gridFileSchema.shape.elements.shape.act.safeParse(act).success).toBe(true)
})

it('shows each kind of drawing, so that it can be drawn', () => {
  const kinds = examples
    .flatMap(({ kind, text }) => (kind === 'markdown' ? (/^:::(\w+)/.exec(text)?.[1] ?? []) : []))
    .filter((name) => name !== 'video')
  const drawings = examples
    .filter(({ kind, text }) => kind === 'markdown' && DRAWINGS.some((name) => text.startsWith(`:::${name}[`)))
    .map(({ text }) => readProse('example.md', 'en', `---\nrevision: 1\n---\n\n${text}`).prose)

  expect(kinds).toEqual([...DRAWINGS])
  expect(drawings.map(({ drawings: [drawing], unknown }) => [drawing?.faults, unknown])).toEqual(
    kinds.map(() => [[], []]),
  )
})

it('shows a film that the platform accepts', () => {
  const film = examples.find(({ text }) => text.startsWith(':::video'))
  const { prose } = readProse('example.md', 'en', `---\nrevision: 1\n---\n\n${film?.text}`)

  expect(prose).toMatchObject({ unknown: [], nested: [], videos: [{ id: 'see-and-call', faults: [] }] })
  expect(prose.videos[0]?.transcript).toEqual([
    'A single sign proves nothing.',
    'Call 0800 00 47 47, for trafficking only.',
  ])
})

it('shows sign-offs that parse, of a lesson and of an entry', () => {
  const values = examples
    .filter(({ text }) => text.includes('role: legal'))
    .map(({ text }) => readYaml('signoff.yaml', text).value)

  expect(values.map((value) => signoffSchema.safeParse(value).success)).toEqual([true, false])
  expect(values.map((value) => entrySignoffSchema.safeParse(value).success)).toEqual([false, true])
})

it.each<[path: string, schema: z.ZodType]>([
  ['courses/fundamentals/course.yaml\ncorrections', courseFileSchema.pick({ corrections: true }).required()],
  ['courses/fundamentals/course.yaml\nrequires', courseFileSchema.pick({ requires: true }).required()],
  ['courses/fundamentals/law-changes.yaml', lawChangesSchema],
  ['courses/awareness/course.yaml', courseFileSchema.pick({ handout: true })],
  ['library/glossary.yaml', z.array(termSchema)],
  ['library/indicators/begging.yaml', indicatorGroupSchema.shape.indicators],
  ['library/procedure-checklists.yaml', z.array(procedureChecklistSchema.shape.items.element)],
  ['library/models/protection-order.yaml', z.array(modelSchema.shape.parts.element)],
  ['library/briefs/use-of-services.yaml', briefSchema.shape.degrees],
  ['library/referral/entries.yaml', z.array(referralEntrySchema)],
  ['library/figures/hotline-calls.yaml', figureSchema],
  ['library/cases/ma-rabat-2026-example.yaml', decisionSchema],
])('shows an entry of %s that the platform accepts', (path, schema) => {
  const example = examples.find(({ text }) => text.startsWith(`# ${path}`))

  expect(schema.safeParse(readYaml(path, example?.text ?? '').value).error).toBeUndefined()
})

it('shows a decision without a name', () => {
  const path = 'library/cases/ma-rabat-2026-example.yaml'
  const { text = '' } = examples.find((example) => example.text.startsWith(`# ${path}`)) ?? {}
  const value = decisionSchema.parse(readYaml(path, text).value)

  expect(
    decisionPrivacy(librarySource({ decisions: [{ ...yamlSource(path, value), id: value.id }] }), libraryWith()),
  ).toEqual([])
})
