import { describe, expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, prose, told } from '@/tests/support/course-factories'
import { numbersIn, referencesIn } from './references-in'
import { sameReferences, sameReferencesInCourse } from './same-references'

const library = libraryWith()
const inLibrary = (ar: string, fr: string, en = fr.replace('loi', 'law')) =>
  told(sameReferences({ localized: [{ path: 'x.yaml', key: '', line: 3, texts: { ar, fr, en } }] }, library))

describe('the references of a text', () => {
  it.each([
    ['articles 448-1 et 448-2 du code pénal', ['448-1', '448-2']],
    ['les articles 50 à 52, puis trois ans', ['50', '52']],
    ['Law no. 27.14, article 4 (paragraph 2)', ['27-14', '4']],
    ['dahir n° 1-16-127 du 25 août 2016', ['1-16-127', '2016']],
    ['Siliadin, n° 73316/01', ['73316/01']],
    ['l’article premier', ['1']],
    ['المادتان 9 و10 من القانون رقم 103.13', ['9', '10', '103-13']],
    ['الفصلين 448-2 و448-4', ['448-2', '448-4']],
    ['الظهير الشريف رقم 1.16.127 المؤرخ في 25 غشت 2016', ['1-16-127', '2016']],
    ['وتعرف مادتها الثانية العمل القسري', ['2']],
    ['للفصل 448–1', ['448-1']],
  ])('%s', (text, references) => {
    expect([...referencesIn(text)].toSorted()).toEqual(references.toSorted())
  })

  it.each([
    ['amounts', 'une amende de 10.000 à 200.000 DH'],
    ['shares', '47,41 % of 719, or 4.5'],
    ['ages and pages from one to another', 'les 16-18 ans, § 80-81'],
    ['days', 'في أجل 30 يوما، يوم 25 غشت'],
    ['places in an order', 'The article first, then the item; l’article d’abord; الفصل أولا'],
    ['numbers of paragraphs', 'alinéa 2, paragraph 3, الفقرة 4, البند 5'],
  ])('are not %s', (_, text) => {
    expect([...referencesIn(text)]).toEqual([])
  })

  it('are looked for among all numbers and in what is cited', () => {
    expect(numbersIn('الفقرة نفسها', ['cp-448-1#1'], library).has('448-1')).toBe(true)
    expect(numbersIn('1.16.127', [], library).has('1-16-127')).toBe(true)
    expect(numbersIn('2019-2023', [], library).has('2023')).toBe(true)
  })
})

describe('the check', () => {
  it('names what a language leaves out', () => {
    expect(inLibrary('توبعت على أساس التعريف', 'Poursuivie selon l’article 448-1')).toEqual([
      'x.yaml:3 the Arabic does not name 448-1 as the French and English does: name it in all languages',
    ])
    expect(inLibrary('القانون رقم 02.03 (الظهير المؤرخ في 2003)', 'Loi n° 02-03 (dahir n° 1-03-196 de 2003)')).toEqual([
      'x.yaml:3 the Arabic does not name 1-03-196 as the French and English does: name it in all languages',
    ])
  })

  it.each([
    ['signs', 'القانون رقم 27.14', 'loi n° 27-14'],
    ['words for numbers', 'المادة الأولى من القانون رقم 27.14', 'article 1 de la loi n° 27-14'],
    ['lists and spans', 'المواد 50 و51 و52', 'articles 50, 51 et 52'],
    ['citations', 'الفصل :cite[نفسه]{id="cp-448-1"}', ':cite[article 448-1]{id="cp-448-1"}'],
  ])('lets languages differ in %s', (_, ar, fr) => {
    expect(inLibrary(ar, fr)).toEqual([])
  })

  it('reports nothing while a translation is missing', () => {
    expect(
      sameReferences({ localized: [{ path: 'x.yaml', key: '', line: 3, texts: { fr: 'article 448-1' } }] }, library),
    ).toEqual([])
  })

  it('reads the short texts of a course and its lessons paragraph by paragraph', () => {
    const passage = (text: string, line: number, citations: string[] = []) => ({
      path: 'a',
      line,
      text,
      inTable: false,
      citations,
    })
    const lesson = lessonSource({
      prose: {
        ar: prose({ locale: 'ar', passages: [passage('النص', 5, ['cp-448-1']), passage('سنة 2016', 9)] }),
        fr: prose({ locale: 'fr', passages: [passage('L’article 448-1', 5), passage('En ce temps', 9)] }),
      },
    })
    const localized = [
      { path: 'b', key: 'title', line: 2, texts: { ar: 'المادة 16', fr: 'l’article', en: 'article 16' } },
    ]

    expect(told(sameReferencesInCourse(courseSource({ lessons: [lesson], localized }), library))).toEqual([
      'b:2 the French does not name 16 as the Arabic and English does: name it in all languages',
      'a:9 the French does not name 2016 as the Arabic does: name it in all languages',
    ])
  })

  it('leaves lessons with different structures to the check of the structure', () => {
    const passages = [{ path: 'a', line: 5, text: '448-1', inTable: false, citations: [] }]
    const lesson = lessonSource({ prose: { ar: prose({ locale: 'ar' }), fr: prose({ passages }) } })

    expect(sameReferencesInCourse(courseSource({ lessons: [lesson] }), library)).toEqual([])
  })
})
