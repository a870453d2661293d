import { page } from '@/app/http/get-page'
import { PracticePage } from '@/components/practice/practice-page'
import { practiceLists } from '@/server/practice/practice-lists'

/** What can be practised on invented files. Everybody may read the list; a file requires an account. */
export const GET = page(async ({ t, locale, caller }) => {
  const actor = await caller.actor()
  const lists = await practiceLists(actor, { locale, now: new Date() })
  const main = <PracticePage lists={lists} signedIn={actor.kind === 'person'} locale={locale} t={t} />
  return { title: t('casework.title'), main, styles: ['casework.css'], index: false }
})
