import type { CaseFact } from '@/domain/case/case-text'
import { signName } from '@/domain/case/worksheet/worksheet'
import type { IndicatorGroup } from '@/domain/library/indicator'
import type { Locale } from '@/domain/locale'
import type { OpenPart } from '@/domain/practice/open-part'
import type { Translator } from '@/i18n/translator'
import { Inline } from '../../ui/inline'
import { CaseHead } from '../case-head'
import { Papers } from '../papers'
import { ChildQuestion, SignGroup } from './sign-groups'

export type WorksheetFile = Pick<OpenPart, 'id' | 'title' | 'lead' | 'papers' | 'facts'>
type Props = {
  file: WorksheetFile
  groups: readonly IndicatorGroup[]
  action: string
  lessons: React.ReactNode
  locale: Locale
  t: Translator
}

/** The worksheet on an invented file: she quotes by the number of a fact, so that no word is sent. */
export function FileWorksheet({ file, groups, action, lessons, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack worksheet-page">
      <CaseHead title={file.title} kind="worksheet" locale={locale} t={t}>
        <p>{t('worksheet.file.lead')}</p>
        <p className="sm muted">{t('worksheet.file.stored')}</p>
        {lessons}
      </CaseHead>
      <p>
        <Inline source={file.lead[locale]} locale={locale} />
      </p>
      <section className="stack" aria-label={t('worksheet.file.papers')}>
        <Papers papers={file.papers} locale={locale} t={t} />
      </section>
      <form method="post" action={action} className="stack worksheet" aria-label={t('worksheet.title')}>
        <ChildQuestion t={t} />
        {groups.map((group) => (
          <SignGroup
            key={group.id}
            group={group}
            quote={(sign) => <FactField name={signName(group.id, sign)} facts={file.facts} t={t} />}
            locale={locale}
            t={t}
          />
        ))}
        <p>
          <button type="submit" className="btn primary">
            {t('worksheet.file.compare')}
          </button>
        </p>
      </form>
    </main>
  )
}

function FactField({ name, facts, t }: { name: string; facts: readonly CaseFact[]; t: Translator }) {
  return (
    <label className="quote sm">
      <span>{t('worksheet.file.fact', { last: facts.length })}</span>{' '}
      <input type="text" name={`fact:${name}`} inputMode="numeric" maxLength={4} size={4} autoComplete="off" />
    </label>
  )
}
