import { page } from '@/app/http/get-page'
import { SeminarListPage } from '@/components/seminar/list-page'
import { readSeminarQuery } from '@/domain/seminar/list-query'
import { listSeminars } from '@/server/seminar/list-seminars'

export const GET = page(async ({ locale, t, query, caller }) => {
  const now = new Date()
  const asked = readSeminarQuery(query, now)
  const list = await listSeminars(caller, asked, now)
  return {
    title: t('seminar.title'),
    description: t('seminar.lead'),
    main: <SeminarListPage query={asked} {...list} locale={locale} t={t} now={now} />,
    styles: ['seminar.css'],
    index: asked.view === 'list' && asked.page === 1,
  }
})
