import { expect, it } from 'vitest'
import { libraryWith, localized, yamlSource } from '@/tests/support/course-factories'
import { decision, librarySource } from '@/tests/support/library-factories'
import { decisionFiles } from './decision-files'

const keyword = (id: string) => ({ id, family: 'form' as const, label: localized(id) })
const library = libraryWith({ keywords: { begging: keyword('begging'), child: keyword('child') } })
const { prediction } = decision()
const fileOf = (value: ReturnType<typeof decision>, id: string = value.id) => ({
  ...yamlSource(`library/cases/${id}.yaml`, value),
  id,
})

it.each([
  ['a decision in order', fileOf(decision()), 0],
  ['another id than the file’s name', fileOf(decision(), 'ma-fes-2024'), 1],
  ['a keyword that is not in the list', fileOf(decision({ keywords: ['begging', 'ghost'] })), 1],
  ['a keyword twice', fileOf(decision({ keywords: ['begging', 'begging'] })), 1],
  ['a holding that nobody can choose', fileOf(decision({ prediction: { ...prediction, holding: 'z' } })), 1],
  [
    'two options of one id',
    fileOf(
      decision({ prediction: { ...prediction, options: [...prediction.options, ...prediction.options.slice(1)] } }),
    ),
    1,
  ],
])('%s', (_, file, count) => {
  expect(decisionFiles(librarySource({ decisions: [file] }), library)).toHaveLength(count)
})

it('finds a keyword that stands twice in the list', () => {
  const keywords = yamlSource('library/keywords.yaml', [keyword('begging'), keyword('begging')])

  expect(decisionFiles(librarySource({ keywords }), library)).toHaveLength(1)
})
