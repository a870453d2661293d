import { expect, it } from 'vitest'
import { changesOfOthers } from './other-entries'

const FILE = `# The terms.
- id: child
  fr: enfant
- id: consent
  fr: consentement
- id: force
  fr: contrainte
`
const changes = (after: string, own = 'child') =>
  changesOfOthers('library/glossary.yaml', own, FILE, after).map(({ line, message }) => [
    line,
    /“(.*?)”/.exec(message)?.[1],
  ])

it('are found where an entry beside the own one is altered, added, removed or gets another name', () => {
  expect(changes(FILE.replace('enfant', 'mineur'))).toEqual([])
  expect(changes(FILE.replace('consentement', 'accord'))).toEqual([[4, 'consent']])
  expect(changes(`${FILE}- id: debt\n  fr: dette\n`)).toEqual([[8, 'debt']])
  expect(changes(FILE.replace('- id: force\n  fr: contrainte\n', ''))).toEqual([[5, 'force']])
  expect(changes(FILE.replace('id: consent', 'id: accord'))).toEqual([
    [4, 'consent'],
    [4, 'accord'],
  ])
  expect(changes(FILE.replace('id: child', 'id: minor'))).toEqual([[2, 'minor']])
  // A second entry of the same name.
  expect(changes(`${FILE}- id: force\n  fr: force\n`)).toEqual([[6, 'force']])
})

it('are none where only remarks, spaces or the order change, or where nothing can be read', () => {
  expect(
    changes(FILE.replace('# The terms.', '# All terms.\n').replace('fr: contrainte', 'fr:  "contrainte" # noun')),
  ).toEqual([])
  expect(changes('- id: force\n  fr: contrainte\n- id: consent\n  fr: consentement\n- id: child\n')).toEqual([])
  expect(changes('- id: [')).toEqual([])
  expect(changesOfOthers('library/models/order.yaml', 'order', 'id: order\n', 'id: order\ntitle: x\n')).toEqual([])
})

it('know a checklist by the provision to which it belongs', () => {
  const file = '- provision: cp-1\n  items: [a]\n- provision: cp-2\n  items: [b]\n'

  expect(changesOfOthers('library/checklists.yaml', 'cp-1', file, file.replace('[a]', '[c]'))).toEqual([])
  expect(changesOfOthers('library/checklists.yaml', 'cp-1', file, file.replace('[b]', '[c]'))).toHaveLength(1)
})
