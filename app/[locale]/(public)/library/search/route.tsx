import { page } from '@/app/http/get-page'
import { SearchPage } from '@/components/library/search-page'
import { isolateLtr } from '@/components/ui/ref'
import { answerTraps, lawAnswer } from '@/domain/library/law-answer'
import { lookUp } from '@/domain/library/library'
import { SEARCH_KINDS } from '@/domain/library/search-entry'
import { library } from '@/server/content/library'
import { LONGEST_QUERY, search } from '@/server/library/search'
import { searchIndex } from '@/server/library/search-index'

/** Nobody reads more results; a narrower query helps more than a second page. */
const SHOWN = 40

/** Everything in the library and the lessons that matches `?q=`, or one kind of result only. */
export const GET = page(async ({ locale, t, query }) => {
  const typed = (query.get('q') ?? '').trim()
  const q = typed.slice(0, LONGEST_QUERY)
  const kind = SEARCH_KINDS.find((each) => each === query.get('kind'))
  const answer = search(await searchIndex(), { query: q, locale, kind, limit: SHOWN })
  const provision = answer.law && lookUp(library().provisions, answer.law.provision)
  const law =
    answer.law && provision
      ? { voices: lawAnswer(provision, answer.law, locale), traps: answerTraps(provision, answer.law) }
      : { voices: [], traps: [] }
  const cutAt = typed.length > LONGEST_QUERY ? LONGEST_QUERY : null
  const main = <SearchPage q={q} kind={kind} answer={answer} law={law} cutAt={cutAt} locale={locale} t={t} />
  const title = q === '' ? t('library.find.title') : t('library.find.titleFor', { query: isolateLtr(q) })
  return {
    title,
    description: t('library.find.lead'),
    main,
    styles: ['library.css'],
    script: 'search.js',
    index: q === '',
  }
})
