import { expect, it } from 'vitest'
import { readHandout, readSection } from './handout'

const BODY = `Before.

## What it is {#what}

One **strong** word, :cite[the law]{id="cp-448-1#1"}.

:::test[Drawn]
Not on paper.

1. **A**
2. **B**
3. **C**

Out.
:::

::quiz{id="what-p1"}

1. **:ref[0800 00 47 47]**: call.
2. Then
   wait.

## Next {#next}

- one
`
const plain = (text: string) => ({ text, strong: false, reference: false })

it('takes the paragraphs and lists of a section as far as the next heading, without what is for the screen', () => {
  expect(readSection(BODY, 'what')).toEqual({
    title: 'What it is',
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          plain('One '),
          { text: 'strong', strong: true, reference: false },
          plain(' word, '),
          plain('the law'),
          plain('.'),
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [[{ text: '0800 00 47 47', strong: true, reference: true }, plain(': call.')], [plain('Then wait.')]],
      },
    ],
  })
  expect(readSection(BODY, 'next')?.blocks).toEqual([{ kind: 'list', ordered: false, items: [[plain('one')]] }])
})

it('sets several sections as one, under the title of the first', () => {
  const lessons = [{ file: { id: 'act' }, bodies: { ar: BODY, fr: BODY, en: BODY } }]
  const plan = {
    what: 'act#what',
    signs: 'act#next',
    do: 'act#next',
    avoid: ['act#next', 'act#what'],
    call: 'act#what',
  }
  const avoid = readHandout(plan, lessons, 'fr')?.avoid

  expect(avoid?.title).toBe('Next')
  expect(avoid?.blocks.map(({ kind }) => kind)).toEqual(['list', 'paragraph', 'list'])
  expect(readHandout({ ...plan, avoid: ['act#next', 'act#none'] }, lessons, 'fr')).toBeNull()
})

it('makes no paper of a section that is not there', () => {
  const lessons = [{ file: { id: 'act' }, bodies: { ar: BODY, fr: BODY, en: '## What it is {#what}' } }]
  const plan = { what: 'act#what', signs: 'act#next', do: 'act#next', avoid: 'act#next', call: 'act#what' }

  expect(readSection(BODY, 'nowhere')).toBeNull()
  expect(readHandout(plan, lessons, 'fr')?.signs.title).toBe('Next')
  expect(readHandout(plan, lessons, 'en')).toBeNull()
  expect(readHandout({ ...plan, call: 'other#what' }, lessons, 'fr')).toBeNull()
})
