import { expect, it } from 'vitest'
import { parseCase } from '../text/markdown'
import { factsIn, readDocuments, textFaults } from './case-text'

const TEXT = `:::document[Report]{id="d1" kind="report"}
A **first** sentence, :fact[with :ref[448-1] in it]{id=F1}, at 10:30.

- :fact[One]{id=F2}
- two

| Day | Sum |
|---|---|
| Monday | :fact[40]{id=F3} |
:::
`

it('reads paragraphs, lists and tables, and the facts in the order of reading', () => {
  const tree = parseCase(TEXT)
  const [report] = readDocuments(tree)

  expect(textFaults(tree)).toEqual([])
  expect(report).toMatchObject({ id: 'd1', kind: 'report', title: 'Report' })
  expect(report?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'table'])
  expect(factsIn(readDocuments(tree))).toEqual([
    { id: 'F1', document: 'd1', text: 'with 448-1 in it' },
    { id: 'F2', document: 'd1', text: 'One' },
    { id: 'F3', document: 'd1', text: '40' },
  ])
})

it('says of each block what is wrong with it', () => {
  const wrong = 'Loose.\n\n:::document{kind="letter"}\n# Heading\n:::\n'

  expect(textFaults(parseCase(wrong)).map(({ line }) => line)).toEqual([1, 3, 3, 3, 4])
})
