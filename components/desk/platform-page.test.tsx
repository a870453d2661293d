import { expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { formatDateTime, translator } from '@/i18n/translator'
import { renderToHtml } from '@/server/content/render-once'
import { PlatformPage } from './platform-page'

it.each(LOCALES)('says in %s since when no job has run, and nothing of it while they run', async (locale) => {
  const t = translator(locale)
  const write = (standsSince: Date | null) =>
    renderToHtml(
      <PlatformPage
        {...{ jobs: [], mails: [], backupAt: null, names: [], done: null, missing: [], standsSince, locale, t }}
      />,
    )
  const since = new Date('2026-11-28T10:00:00Z')
  const said = t('desk.state.stands', { date: formatDateTime(since, locale) })

  expect(write(since)).toContain(`<p class="note bad" role="status">${said}</p>`)
  expect(write(null)).not.toContain('note bad')
})
