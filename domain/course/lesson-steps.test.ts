import { expect, it } from 'vitest'
import { lessonSteps, stepOfBlock } from './lesson-steps'

const BODY = `Avant tout.

## Le fait {#fact}

Un acte, :cite[article 448-1]{id="cp-448-1#1"}.

::law{cite="cp-448-1#1"}

::quiz{id="q1"}

## Le moyen {#means}

Une ruse.

### En détail {#detail}

::quiz{id="q2"}
`
const lessonOf = (body: string) => ({ bodies: { ar: body, fr: body, en: body } })

it('cuts a lesson at its sections, with the blocks, questions and citations of each', () => {
  const [fact, means, ...more] = lessonSteps(lessonOf(BODY), 'fr')

  expect(more).toEqual([])
  expect(fact).toMatchObject({ id: 'fact', title: 'Le fait', firstBlock: 0, blocks: 5, questions: ['q1'] })
  expect(fact?.read).toEqual({ cites: ['cp-448-1#1'], laws: ['cp-448-1#1'], terms: [] })
  expect(means).toMatchObject({ id: 'means', title: 'Le moyen', firstBlock: 5, blocks: 4, questions: ['q2'] })
  expect(`${fact?.text}${means?.text}`).toBe(BODY)
})

it('makes one step of a lesson without sections, and names a section without an id by its place', () => {
  expect(lessonSteps(lessonOf('Un texte.'), 'fr')).toMatchObject([{ id: 'step-1', title: '', blocks: 1 }])
  expect(lessonSteps(lessonOf('## Un\n\nA\n\n## Deux\n\nB\n'), 'fr').map(({ id }) => id)).toEqual(['step-1', 'step-2'])
})

it('finds the step of a block', () => {
  const all = lessonSteps(lessonOf(BODY), 'fr')

  expect([0, 4, 5, 8, 99].map((block) => stepOfBlock(all, block)?.id)).toEqual([
    'fact',
    'fact',
    'means',
    'means',
    'means',
  ])
})
