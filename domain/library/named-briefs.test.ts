import { describe, expect, it } from 'vitest'
import { brief as written } from '@/tests/support/library-factories'
import type { Brief } from './brief'
import { briefBook, namedBriefs } from './named-briefs'
import type { Provision } from './provision'

function brief(id: string, title: Brief['title'], texts: string[]): Brief {
  return written({ id, title, texts })
}

const provisions = Object.fromEntries(
  ['448-1', '448-4', '448-7'].map((number) => [`cp-${number}`, { number } as Provision]),
)
const book = briefBook({
  briefs: {
    trafficking: brief('trafficking', { ar: 'الاتجار بالبشر', fr: 'La traite', en: 'Trafficking' }, [
      'cp-448-1',
      'cp-448-4',
    ]),
    silence: brief(
      'silence',
      { ar: 'عدم التبليغ عن الاتجار بالبشر', fr: 'La non-dénonciation de la traite', en: 'Failure to report' },
      ['cp-448-7', 'cp-448-4'],
    ),
  },
  provisions,
})
const TRAFFICKING = '/library/briefs/trafficking'
const SILENCE = '/library/briefs/silence'

describe('the briefs that a query names', () => {
  it.each(['قبل الجلسة', 'Avant l’audience', 'before the hearing'])('are all of them for “%s”', (query) => {
    expect(namedBriefs(query, [], book).named).toEqual([TRAFFICKING, SILENCE])
  })

  it.each([
    ['الاتجار بالبشر', [TRAFFICKING]],
    ['اتجار في البشر', [TRAFFICKING]],
    ['traite', [TRAFFICKING]],
    ['عدم التبليغ', [SILENCE]],
    ['avant l’audience traite', [TRAFFICKING, SILENCE]],
  ])('are those whose title is meant by “%s”', (query, named) => {
    expect(namedBriefs(query, [], book).named).toEqual(named)
  })

  it.each(['البشر', 'report', 'peine de la traite', 'عقوبة الاتجار بالبشر', ''])(
    'are none for “%s”, which asks for less or for something else',
    (query) => {
      expect(namedBriefs(query, [], book).named).toEqual([])
    },
  )

  it('are about an article, those first that name it earlier', () => {
    expect(namedBriefs('448-4', ['448-4'], book).about).toEqual([TRAFFICKING, SILENCE])
    expect(namedBriefs('448-7', ['448-7'], book).about).toEqual([SILENCE])
    expect(namedBriefs('449', ['449'], book).about).toEqual([])
  })
})
