import type { Context } from '@/app/http/context'
import { page } from '@/app/http/get-page'
import { DecisionsAlike } from '@/components/library/decisions-alike'
import { FileLessons } from '@/components/practice/file-lessons'
import { ownReasons } from '@/components/practice/grid/own-reasons'
import { ReasonsSection } from '@/components/practice/grid/reasons-section'
import { GridResultPage, type Verdict } from '@/components/practice/grid/result-page'
import { practiceCiting } from '@/components/practice/practice-citing'
import { href } from '@/components/shell/paths'
import { ELEMENTS } from '@/domain/case/grid-file'
import { openPart, solutionOf } from '@/domain/practice/open-part'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { typeset } from '@/i18n/typography'
import { permitToReadAccount } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { lessonsFor, type NamingLesson } from '@/server/course/named-practice'
import { changesSince } from '@/server/course/retired-case'
import { type GridResult, gridResult } from '@/server/practice/grid'
import { readableCases } from '@/server/practice/read-cases'
import { seeOther } from '@/server/respond'

/** The result of the grid that she handed in last, or a redirect to the file if there is none. Only she sees it. */
export const GET = page<'file'>(async (context) => {
  const { locale, t, params, caller } = context
  const permit = await permitToReadAccount(caller)
  const result = await gridResult(permit, params.file)
  if (!result) return seeOther(href(locale, `/practice/grid/${params.file}`))
  const files = await readableCases(permit.actor, 'grid')
  const place = files.findIndex(({ found }) => found.file.id === params.file)
  const next = files[place + 1]?.found.file.id ?? null
  const lessons = await lessonsFor(params.file, result.release.courseId)
  const title = `${t('casework.grid.result.title')} · ${typeset(result.found.file.title[locale], locale)}`
  return {
    title,
    main: view(context, result, next, lessons),
    script: 'casework.js',
    styles: ['casework.css', 'reader.css'],
    index: false,
  }
})

function view(
  { locale, t }: Context<'file'>,
  { found, answers, score, changed }: GridResult,
  next: string | null,
  lessons: readonly NamingLesson[],
) {
  const { file } = found
  const grid = openPart(found, locale)
  const citing = practiceCiting(library(), file.lawDate, locale)
  const signed = reviewedOn(found, 'legal', locale) !== null
  const own = ownReasons({ answers, facts: grid.facts, offences: grid.offences, locale, t })
  return (
    <GridResultPage
      grid={grid}
      answers={answers}
      score={score}
      solutions={ELEMENTS.map((element) => solutionOf(file, element))}
      verdict={verdictOf(answers.qualification?.values[0], file.elements.qualification.value)}
      leads={elsewhere(answers.qualification?.values[0], score.leadsTo, file.victim.minor)}
      notes={[...(changed ? (['changed'] as const) : []), ...(signed ? [] : (['unsigned'] as const))]}
      retired={changesSince(found, locale, new Date())}
      next={next}
      lessons={<FileLessons lessons={lessons} locale={locale} t={t} />}
      reasons={<ReasonsSection own={own} reference={file.reasons[locale]} citing={citing} locale={locale} t={t} />}
      alike={<DecisionsAlike keywords={file.keywords} store={library()} locale={locale} t={t} />}
      citing={citing}
      locale={locale}
      t={t}
    />
  )
}

function verdictOf(given: string | undefined, reference: string): Verdict {
  if (reference === 'unsettled') return 'open'
  if (!given) return 'none'
  return given === reference ? 'right' : 'wrong'
}

/**
 * The conclusion that follows from her own elements; null if she concluded the same. For a child, it is not settled
 * where the threshold is: if her elements leave a doubt, either conclusion is consistent with them.
 */
function elsewhere(given: string | undefined, leadsTo: GridResult['score']['leadsTo'], minor: boolean) {
  if (!given || !leadsTo || (minor && leadsTo === 'doubtful')) return null
  const concluded = given === 'trafficking' ? 'trafficking' : 'not-trafficking'
  return concluded === leadsTo ? null : leadsTo
}
