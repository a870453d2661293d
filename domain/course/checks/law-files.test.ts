import { expect, it } from 'vitest'
import { libraryWith, provision, textVersion, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import { lawFiles } from './law-files'

const FOLDER = 'library/law/penal-code'
const fileOf = (value: ReturnType<typeof provision>, path = `${FOLDER}/${value.id}.yaml`) => ({
  ...yamlSource(path, value),
  id: path.replace(/^.*\/(.*)\.yaml$/, '$1'),
})
const dated = (...dates: (string | null)[]) =>
  provision({ versions: dates.map((inForceFrom, index) => textVersion({ id: `v${index}`, inForceFrom })) })

it.each([
  ['a file in its place', [fileOf(provision())], 0],
  ['another id than the file’s name', [fileOf(provision(), `${FOLDER}/cp-448-2.yaml`)], 1],
  ['another folder than the instrument’s', [fileOf(provision(), 'library/law/criminal-procedure/cp-448-1.yaml')], 1],
  ['an unknown instrument', [fileOf(provision({ instrument: 'family-code' }))], 1],
  ['an id with another beginning than its instrument’s', [fileOf(provision({ id: 'cpp-5' }))], 1],
  ['the same id in two folders', [fileOf(provision()), fileOf(provision(), 'library/law/zz/cp-448-1.yaml')], 2],
  ['versions from the newest to the oldest', [fileOf(dated('2025-12-08', null))], 0],
  ['versions from the oldest to the newest', [fileOf(dated(null, '2025-12-08'))], 1],
  [
    'a version twice',
    [fileOf(provision({ versions: [textVersion({ inForceFrom: '2025-12-08' }), textVersion()] }))],
    1,
  ],
])('%s', (_, provisions, count) => {
  expect(lawFiles(librarySource({ provisions }), libraryWith())).toHaveLength(count)
})
