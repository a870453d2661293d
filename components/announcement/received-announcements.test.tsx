import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { ReceivedAnnouncements } from './received-announcements'

it.each(LOCALES)('names the school and the cohort, in %s', (locale) => {
  const announcement = {
    id: '1',
    cohort: 'Promotion A',
    institution: 'École B',
    at: new Date(),
    subject: 'S',
    text: 'T',
  } as const
  const html = renderToStaticMarkup(
    <ReceivedAnnouncements
      announcements={[{ ...announcement, locale: 'fr' }]}
      level="h2"
      locale={locale}
      t={translator(locale)}
    />,
  )

  expect(html).toContain('Promotion A')
  expect(html).toContain('École B')
})
