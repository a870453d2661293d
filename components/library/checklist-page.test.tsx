import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { libraryWith, localized, provision, textVersion } from '@/tests/support/course-factories'
import { model, procedureChecklist } from '@/tests/support/library-factories'
import { ChecklistPage } from './checklist-page'
import { ChecklistsPage } from './checklists-page'
import { DeskLinks } from './desk-links'

const t = translator('fr')
const amended = provision({ id: 'cp-448-1', versions: [textVersion({ inForceFrom: '2026-06-01' })] })
const checklist = procedureChecklist()
const store = libraryWith({
  provisions: { 'cp-448-1': amended },
  checklists: {
    'cp-448-1': { provision: 'cp-448-1', lawDate: '2025-12-08', items: checklist.items },
  },
  procedureChecklists: { opening: checklist },
  models: { order: model() },
})
const lessons = [{ course: 'trial', lesson: 'opening', title: localized('lesson') }]
const html = renderToStaticMarkup(
  <ChecklistPage checklist={checklist} store={store} lessons={lessons} locale="fr" t={t} />,
)

it('has a box for each point, which no form can send', () => {
  expect(html.match(/<label><input type="checkbox"[^>]*>/g)?.length).toBe(2)
  expect(html).not.toMatch(/<input[^>]* name=/)
  expect(html).not.toContain('<form')
})

it('cites the provision of each point, and says that the law has changed since', () => {
  expect(html.match(/<li><a href="\/fr\/library\/law\/cp-448-1"/g)?.length).toBe(2)
  expect(html).toContain('law-changed')
  expect(html).toContain(t('course.awaitingReview'))
})

it('has lines for paper, and leads to the lesson that teaches the step', () => {
  expect(html).toContain(t('library.checklists.by'))
  expect(html).toContain('href="/fr/courses/trial/lessons/opening"')
})

it('is listed before the checklists of the articles', () => {
  const list = renderToStaticMarkup(<ChecklistsPage store={store} locale="fr" t={t} />)

  expect(list.indexOf('href="/fr/library/checklists/opening"')).toBeGreaterThan(0)
  expect(list.indexOf('href="/fr/library/law/cp-448-1#checklist"')).toBeGreaterThan(
    list.indexOf('href="/fr/library/checklists/opening"'),
  )
})

it('is linked with the models from the lesson that teaches the step, and from no other', () => {
  const links = (lesson: string) =>
    renderToStaticMarkup(<DeskLinks store={store} lesson={{ course: 'trial', lesson }} locale="fr" t={t} />)

  expect(links('opening')).toContain('href="/fr/library/checklists/opening"')
  expect(links('opening')).toContain('href="/fr/library/models/order"')
  expect(links('penalty')).toBe('')
})
