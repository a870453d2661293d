// Built and run by build-refusals.ts: writes the web server's error pages, and the words of the API's problems, in each
// language.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeDocument } from '@/app/http/frame'
import { Refusal as RefusalMain } from '@/components/shell/refusal'
import { PROBLEMS, type ProblemCode } from '@/domain/api/problem'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { PROBLEM_WORDS, pageName, REFUSALS, REFUSALS_FOLDER, type Refusal, SLOTS } from '@/server/http/refusals'

/** Server errors: their page shows the request id with which to find details in the log. */
const LOGGED: readonly Refusal[] = ['failed', 'unavailable']

function pageOf(refusal: Refusal, locale: Locale): string {
  const t = translator(locale)
  const title = t(refusal === 'not-found' ? 'errors.notFoundTitle' : 'errors.title')
  const main = (
    <RefusalMain
      locale={locale}
      t={t}
      title={title}
      text={refusal === 'not-sent' ? t('practice.notSent') : t(`errors.${refusal}`)}
      way={{ href: SLOTS.back, label: t('errors.back'), back: true }}
      reference={LOGGED.includes(refusal) ? SLOTS.reference : undefined}
    />
  )
  return writeDocument({ title, main, index: false }, { locale, t, path: '', signedIn: false })
}

/** The words of the problems of the API, by language and code. */
function problemWords() {
  const codes = Object.keys(PROBLEMS) as ProblemCode[]
  return Object.fromEntries(
    LOCALES.map((locale) => {
      const t = translator(locale)
      const words = codes.map((code) => [
        code,
        { title: t(`api.problems.${code}.title`), detail: t(`api.problems.${code}.detail`) },
      ])
      return [locale, Object.fromEntries(words)]
    }),
  )
}

function write(name: string, text: string): void {
  const file = path.join(REFUSALS_FOLDER, name)
  // The rename is atomic: a site may start from this checkout at any moment.
  writeFileSync(`${file}.${process.pid}`, text)
  renameSync(`${file}.${process.pid}`, file)
}

mkdirSync(REFUSALS_FOLDER, { recursive: true })
for (const refusal of REFUSALS) {
  for (const locale of LOCALES) write(pageName(refusal, locale), pageOf(refusal, locale))
}
write(PROBLEM_WORDS, JSON.stringify(problemWords()))
