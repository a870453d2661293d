import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ComingWork } from '@/domain/institution/coming-work'
import { translator } from '@/i18n/translator'
import { InstitutionArchivePage } from './reason-page'

const html = (coming: readonly ComingWork[]) =>
  renderToStaticMarkup(
    <InstitutionArchivePage id="one" name="Cour d’appel" coming={coming} locale="fr" t={translator('fr')} />,
  )

it('asks for a reason only if the institution has no coming work, and names that work otherwise', () => {
  const at = new Date('2026-12-03T09:00:00Z')

  expect(html([])).toContain('<form')
  const busy = html([{ kind: 'seminar', id: 'two', titles: { ar: 'ندوة الأحداث' }, at }])
  expect(busy).not.toContain('<form')
  expect(busy).toContain('3 décembre 2026')
  expect(busy).toContain('<bdi lang="ar" dir="rtl">ندوة الأحداث</bdi>')
})
