import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { signoffSchema } from '@/domain/course/course'
import { entrySignoffSchema } from '@/domain/library/entry-signoff'
import { readProse } from '@/server/content/read-prose'
import { readQuestions } from '@/server/content/read-questions'
import { readYaml } from '@/server/content/read-yaml'

const guide = readFileSync('docs/authoring.md', 'utf8')
const examples = [...guide.matchAll(/```(markdown|yaml)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({
  kind,
  text,
}))

it('shows a question that the platform accepts', () => {
  const question = examples.find(({ kind, text }) => kind === 'yaml' && text.includes('kind: single'))

  expect(readQuestions('example.yaml', question?.text ?? '', null)).toMatchObject({ findings: [], unknown: [] })
})

it('shows a lesson whose every mark is understood', () => {
  const lesson = examples.find(({ kind }) => kind === 'markdown')
  const { prose, findings } = readProse('example.md', 'en', lesson?.text ?? '')

  expect(findings).toEqual([])
  expect(prose).toMatchObject({ revision: 1, unknown: [], nested: [] })
  expect(prose.cases).toHaveLength(1)
  expect(prose.headings.map(({ id }) => id)).toEqual(['act'])
})

it('shows sign-offs that parse, of a lesson and of an entry', () => {
  const values = examples
    .filter(({ text }) => text.includes('role: legal'))
    .map(({ text }) => readYaml('signoff.yaml', text).value)

  expect(values.map((value) => signoffSchema.safeParse(value).success)).toEqual([true, false])
  expect(values.map((value) => entrySignoffSchema.safeParse(value).success)).toEqual([false, true])
})
