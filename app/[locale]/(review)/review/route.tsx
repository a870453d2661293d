import { page } from '@/app/http/get-page'
import { QueuePage } from '@/components/editorial/queue-page'
import { readQueueQuery } from '@/domain/editorial/queue'
import { nameOfProvision } from '@/domain/editorial/text'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { courseTitles } from '@/server/editorial/parts'
import { reviewQueue } from '@/server/editorial/queue'
import { editorialDocument } from './editorial-document'

/** The texts that a reviewer is to read, by risk. The platform's administrators see all texts, and assign them. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'editorial:read', { text: null })
  const asked = readQueueQuery(query)
  const [queue, courses] = await Promise.all([reviewQueue(permit, asked, new Date()), courseTitles()])
  const { accountId, roles } = permit.actor
  const main = (
    <QueuePage
      {...queue}
      query={asked}
      courses={courses}
      provisionName={(id) => nameOfProvision(library(), id)[locale]}
      reader={{
        accountId,
        reviews: roles?.platform.includes('reviewer') ?? false,
        assigns: roles?.platform.includes('platform-administrator') ?? false,
      }}
      locale={locale}
      t={t}
    />
  )
  return editorialDocument(permit, t('editorial.title'), main)
})
