import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Reviewable } from '@/domain/signoff/reviewed'
import { translator } from '@/i18n/translator'
import { libraryWith, localized, provision, textVersion } from '@/tests/support/course-factories'
import { BenchChecklist, NoChecklist } from './bench'

const t = translator('fr')
const amended = provision({ id: 'cp-448-1', versions: [textVersion({ inForceFrom: '2026-06-01' })] })
const items = [{ text: localized('item'), cites: ['cp-448-1'] }]
const checklist = { provision: 'cp-448-1', lawDate: '2025-12-08', items }

function bench(...signoff: Reviewable['signoff']): string {
  const review = { signoff, hashes: { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' } }
  const store = libraryWith({ provisions: { 'cp-448-1': amended } })
  return renderToStaticMarkup(<BenchChecklist checklist={checklist} review={review} store={store} locale="fr" t={t} />)
}
const sign = { hash: 'hash-fr', language: 'fr', role: 'legal', date: '2026-06-01', by: 'x' } as const

describe('a checklist of the bench', () => {
  it('waits for a jurist, and says that the law has changed', () => {
    expect(bench()).toContain(t('course.awaitingReview'))
    expect(bench()).toContain('law-changed')
  })

  it('says neither once a jurist has signed it after the change', () => {
    expect(bench(sign)).not.toContain(t('course.awaitingReview'))
    expect(bench(sign)).not.toContain('law-changed')
  })

  it('still says that the law has changed if it was signed before the change', () => {
    expect(bench({ ...sign, date: '2026-05-31' })).toContain('law-changed')
  })

  it.each([
    ['an older text', { ...sign, hash: 'of-before' }],
    ['another language', { ...sign, language: 'ar' as const }],
    ['another role', { ...sign, role: 'pedagogy' as const }],
  ])('still waits after a sign-off of %s', (_, other) => {
    expect(bench(other)).toContain(t('course.awaitingReview'))
  })
})

it('says so if nobody has written a checklist', () => {
  expect(renderToStaticMarkup(<NoChecklist t={t} />)).toContain(t('library.bench.none'))
})
