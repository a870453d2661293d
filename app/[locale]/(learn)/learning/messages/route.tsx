import { page } from '@/app/http/get-page'
import { ReceivedAnnouncements } from '@/components/announcement/received-announcements'
import { MyMessagesPage } from '@/components/thread/my-messages-page'
import { myAnnouncements } from '@/server/announcement/my-announcements'
import { deskOf } from '@/server/auth/caller'
import { permitToAsk, permitToReadAccount } from '@/server/auth/permit'
import { myThreads } from '@/server/thread/read-threads'

export const GET = page(async ({ locale, t, caller }) => {
  const now = new Date()
  const [announcements, threads, desk] = await Promise.all([
    myAnnouncements(await permitToReadAccount(caller), locale),
    myThreads(await permitToAsk(caller), now),
    deskOf(caller),
  ])
  const list =
    announcements.length > 0 ? (
      <ReceivedAnnouncements announcements={announcements} level="h3" locale={locale} t={t} />
    ) : null
  const main = <MyMessagesPage announcements={list} threads={threads} locale={locale} t={t} />
  return { title: t('messages.title'), main, styles: ['reader.css'], ...desk, index: false }
})
