import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { CoursePractice } from './course-practice'

const t = translator('fr')
type File = Parameters<typeof CoursePractice>[0]['files'][number]

const file = (id: string, more: Partial<File> = {}): File => ({
  title: { ar: id, fr: id, en: id },
  lead: { ar: '', fr: `Ce que ${id} raconte`, en: '' },
  path: `/practice/grid/${id}`,
  state: 'new',
  kind: 'grid',
  retired: [],
  ...more,
})
const RETIRED = [{}] as unknown as File['retired']

/** The block before the fold, and what the fold holds. */
function block(files: readonly File[]): string[] {
  return renderToStaticMarkup(<CoursePractice files={files} locale="fr" t={t} />).split('<details')
}

it('offers one file, and folds the others', () => {
  const [shown, folded] = block([file('first'), file('second'), file('third')])

  expect(shown?.match(/<a /g)).toHaveLength(1)
  expect(shown).toContain('href="/fr/practice/grid/first"')
  expect(shown).toContain('Ce que first raconte')
  expect(folded).toContain(t('casework.ofCourse.others', { count: 2 }))
  expect(folded?.match(/<a /g)).toHaveLength(2)
})

it('goes on with a file that she has begun, then takes one that is new to her', () => {
  const done = file('done', { state: 'done' })

  expect(block([done, file('new'), file('begun', { state: 'open' })])[0]).toContain('/grid/begun"')
  expect(block([done, file('new')])[0]).toContain('/grid/new"')
  expect(block([done])).toHaveLength(1)
  expect(block([done])[0]).toContain(t('casework.state.done'))
})

it('offers no retired file, and nothing without files', () => {
  expect(block([file('old', { retired: RETIRED }), file('new')]).join()).not.toContain('/grid/old')
  expect(block([file('old', { retired: RETIRED })])).toEqual([''])
  expect(block([])).toEqual([''])
})
