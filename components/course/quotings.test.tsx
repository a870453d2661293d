import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { unknownCitation } from '@/domain/course/checks/unknown-citation'
import { unknownTerm } from '@/domain/course/checks/unknown-term'
import { citationUses } from '@/domain/course/citation-uses'
import type { Lesson } from '@/domain/course/course'
import { lessonEntries } from '@/domain/course/lesson-entries'
import { lessonText } from '@/domain/course/lesson-text'
import type { Term } from '@/domain/library/glossary'
import { translator } from '@/i18n/translator'
import { readProse } from '@/server/content/read-prose'
import { readQuestions } from '@/server/content/read-questions'
import {
  courseSource,
  lesson,
  lessonSource,
  libraryWith,
  localized,
  releasedFile,
  singleChoice,
} from '@/tests/support/course-factories'
import { anyQuoting, QUOTINGS, type Quoting } from '@/tests/support/quotings'
import { LessonBody } from './lesson-body'

const term: Term = {
  id: 'coercion',
  ar: 'القسر',
  fr: 'contrainte',
  en: 'coercion',
  source: localized('Code'),
  confidence: 'high',
}
const library = libraryWith({ terms: { coercion: term } })

function markdown(quoting: Quoting): string {
  return `Selon :cite[l’article 448-1]{${quoting('id', 'cp-448-1#1')}}, la :def[contrainte]{${quoting('term', 'coercion')}} suffit.

::law{${quoting('cite', 'cp-448-4#1.2')}}

::quiz{${quoting('id', 'offence-p1')}}
`
}

const written = (quoting: Quoting): Lesson =>
  lesson({ bodies: { ar: markdown(quoting), fr: markdown(quoting), en: markdown(quoting) } })

function page(of: Lesson): string {
  return renderToStaticMarkup(
    <LessonBody
      text={of.bodies.fr}
      read={lessonText(of, 'fr')}
      locale="fr"
      t={translator('fr')}
      law={library}
      terms={library.terms}
      lawDate="2025-12-08"
      changes={[]}
    />,
  )
}

describe.each(Object.entries(QUOTINGS))('ids in %s', (_, quoting) => {
  const { prose } = readProse('courses/fundamentals/offence/fr.md', 'fr', markdown(quoting))

  it('are what the checks look at', () => {
    expect(prose.citations.map(({ id }) => id)).toEqual(['cp-448-1#1'])
    expect(prose.laws.map(({ cites }) => cites)).toEqual([['cp-448-4#1.2']])
    expect(prose.quizzes.map(({ id }) => id)).toEqual(['offence-p1'])
    expect(prose.terms.map(({ id }) => id)).toEqual(['coercion'])
    expect(prose.unknown).toEqual([])
    const course = courseSource({ lessons: [lessonSource({ prose: { fr: prose } })], citations: prose.citations })
    expect([...unknownCitation(course, library), ...unknownTerm(course, library)]).toEqual([])
  })

  it('lead from the passage to the law under the lesson, open the term and place the question', () => {
    const html = page(written(quoting))

    expect(html).toContain('href="#cited-cp-448-1"')
    expect(html).toContain('id="cited-cp-448-1"')
    expect(html).toContain('popoverTarget="term-coercion"')
    expect(html).toContain('<div id="term-coercion"')
    expect(html).toContain('<x-quiz data-id="offence-p1">')
  })

  it('are listed in “cited in” of both provisions', () => {
    const uses = citationUses([{ file: releasedFile, lessons: [written(quoting)], bank: [] }], library)

    for (const id of ['cp-448-1', 'cp-448-4']) expect(uses.get(id)?.lessons).toHaveLength(1)
  })

  it('leave only the words to the search', () => {
    const [, section] = lessonEntries([{ file: releasedFile, lessons: [written(quoting)] }])

    expect(section?.body.fr).toBe('Selon l’article 448-1, la contrainte suffit.')
  })

  it('count in a question as well', () => {
    const cited = `:cite[Ici]{${quoting('id', 'cp-16')}}`
    const question = singleChoice({ cites: [], explanation: { ...localized('why'), fr: cited } })
    const uses = citationUses([{ file: releasedFile, lessons: [lesson({ practice: [question] })], bank: [] }], library)
    const { citations, unknown } = readQuestions('bank.yaml', JSON.stringify([question]), null)

    expect(uses.get('cp-16')?.practice).toHaveLength(1)
    expect(citations.map(({ id }) => id)).toContain('cp-16')
    expect(unknown).toEqual([])
  })
})

it('always links to laws below the text, whatever is cited and however it is quoted', () => {
  const anyCite = fc.tuple(fc.constantFrom('cp-448-1', 'cp-448-1#1', 'cp-448-4#1.1', 'cp-16'), anyQuoting)
  fc.assert(
    fc.property(fc.array(anyCite, { minLength: 1, maxLength: 6 }), (cites) => {
      const text = cites.map(([id, quoting]) => `Voir :cite[ceci]{${quoting('id', id)}}.`).join('\n\n')
      const html = page(lesson({ bodies: { ar: text, fr: text, en: text } }))
      const targets = [...html.matchAll(/href="#(cited-[^"]+)"/g)].map(([, id]) => id)

      expect(targets.length).toBeGreaterThanOrEqual(cites.length)
      for (const id of targets) expect(html).toContain(` id="${id}"`)
    }),
    { numRuns: 40 },
  )
})
