import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { drawingSamples } from '@/components/ui/drawing-samples'
import { lawSamples } from '@/components/ui/samples'
import { assembleCourse } from '@/domain/course/assemble-course'
import { courseSchema } from '@/domain/course/course'
import { LOCALES } from '@/domain/locale'
import { DRAWINGS } from '@/domain/text/marks'
import { translator } from '@/i18n/translator'
import { checkedCourse } from '@/server/content/check-content'
import { shippedLibrary } from '../support/shipped-content'

const { course, library } = checkedCourse(process.cwd(), 'fundamentals', shippedLibrary())
const assembled = courseSchema.parse(assembleCourse(course, library))

it.each(LOCALES)('shows in %s the mark of one and of several changes of the law', (locale) => {
  const [mark] = lawSamples(assembled, locale, translator(locale)).filter(({ name }) => name === 'LawChanged')
  const marks = (mark?.states ?? []).map((state) => renderToStaticMarkup(state))

  expect(marks.map((html) => html.split(translator(locale)('law.changedSince')).length - 1)).toEqual([1, 1])
  expect(marks.map((html) => html.split('<p>').length - 1 > 1)).toEqual([false, true])
})

it.each(LOCALES)('shows in %s each kind of drawing', (locale) => {
  const [sample] = drawingSamples(locale, translator(locale))
  const [, ...html] = renderToStaticMarkup(sample?.states[0]).split('<figure class="drawing drawn-')

  expect(html.map((each) => /^\w+/.exec(each)?.[0])).toEqual([...DRAWINGS])
  for (const each of html) expect(each.match(/<li/g)?.length).toBeGreaterThan(2)
})
