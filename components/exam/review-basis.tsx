import type { QuestionKey } from '@/domain/course/question'
import type { LawChange } from '@/domain/library/law-change'
import type { LawStore } from '@/domain/library/library'
import { type Cited, resolveCitation } from '@/domain/library/resolve-citation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { LawBlock } from '../ui/law-block'
import { LawChanged } from '../ui/law-changed'

type Props = {
  question: QuestionKey
  law: LawStore
  lawDate: string
  /** What has changed since of the law that it rests on. */
  changes: readonly LawChange[]
  /** Title and address of the passage to read again. */
  passage: string
  href: string
  locale: Locale
  t: Translator
}

/** Why the key is right: the reason, the provision in both languages, the passage of the lesson. */
export function ReviewBasis({ question, law, lawDate, changes, passage, href, locale, t }: Props) {
  const cited = question.cites.flatMap((id) => resolveCitation(law, id, lawDate) ?? [])
  const [lesson, section] = href.split('#')
  return (
    <>
      <p>
        <strong>{t('practice.explanation')}</strong> <Inline source={question.explanation[locale]} locale={locale} />
      </p>
      {byProvision(cited).map((group) => (
        <LawBlock
          key={group[0]?.provision.id}
          cited={group}
          locale={locale}
          t={t}
          id={`law-${question.id}-${group[0]?.provision.id}`}
          heading="h4"
        />
      ))}
      <LawChanged changes={changes} locale={locale} t={t} />
      <p className="sm">
        <a href={`${lesson}#${section}`}>{t('exam.result.rereadLink', { lesson: passage })}</a>
      </p>
    </>
  )
}

function byProvision(cited: readonly Cited[]): Cited[][] {
  const groups = new Map<string, Cited[]>()
  for (const one of cited) groups.set(one.provision.id, [...(groups.get(one.provision.id) ?? []), one])
  return [...groups.values()]
}
