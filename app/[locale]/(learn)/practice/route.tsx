import { page } from '@/app/http/get-page'
import { coursesOf, practiceAddress } from '@/components/practice/hub/file-filters'
import { PracticePage } from '@/components/practice/practice-page'
import { isFiltered, readFileFilter } from '@/domain/practice/filter-files'
import { suggestFiles } from '@/domain/practice/suggest-file'
import { permitToReadAccount } from '@/server/auth/permit'
import { firstPaper } from '@/server/practice/first-paper'
import { practiceFiles } from '@/server/practice/practice-files'
import { learningSigns } from '@/server/progress/learning-signs'

/** What can be practised on invented files, for everybody: one file that fits the reader, and the others. */
export const GET = page(async ({ t, locale, query, caller }) => {
  const actor = await caller.actor()
  const signedIn = actor.kind === 'person'
  const [files, signs] = await Promise.all([
    practiceFiles(actor, { locale, now: new Date() }),
    signedIn ? learningSigns(await permitToReadAccount(caller)) : null,
  ])
  const courses = coursesOf(files).map(({ id }) => id)
  const filter = readFileFilter(query, courses)
  const suggestions = isFiltered(filter) ? [] : suggestFiles(files, signs)
  const place = placeIn(suggestions.length, query.get('other'))
  const suggestion = suggestions[place] ?? null
  const another = { other: String(place + 1) }
  const main = (
    <PracticePage
      files={files}
      suggestion={suggestion}
      paper={suggestion && (await firstPaper(actor, suggestion.file, locale))}
      another={suggestions.length > 1 ? practiceAddress(locale, {}, another) : null}
      filter={filter}
      all={query.has('all')}
      signedIn={signedIn}
      locale={locale}
      t={t}
    />
  )
  return { title: t('casework.title'), main, styles: ['practice.css'], index: false }
})

/** Which suggestion the address asks for; after the last one, the first one comes again. */
function placeIn(length: number, asked: string | null): number {
  return asked !== null && /^\d{1,4}$/.test(asked) && length > 0 ? Number(asked) % length : 0
}
