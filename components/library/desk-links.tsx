import { entryPath } from '@/domain/library/entry-path'
import { ofLesson } from '@/domain/library/lesson-ref'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Props = {
  store: Pick<Library, 'procedureChecklists' | 'models' | 'briefs'>
  lesson: { course: string; lesson: string }
  locale: Locale
  t: Translator
}

/** The briefs, checklists and models for the subject of a lesson. Renders nothing if there are none. */
export function DeskLinks({ store, lesson, locale, t }: Props) {
  const lists = [
    ...ofLesson(Object.values(store.briefs), lesson).map((brief) => ({
      ...brief,
      kind: 'brief' as const,
      path: entryPath.brief(brief.id),
    })),
    ...ofLesson(Object.values(store.procedureChecklists), lesson).map((list) => ({
      ...list,
      kind: 'checklist' as const,
      path: entryPath.checklist(list.id),
    })),
    ...ofLesson(Object.values(store.models), lesson).map((model) => ({
      ...model,
      kind: 'model' as const,
      path: entryPath.model(model.id),
    })),
  ]
  if (lists.length === 0) return null
  return (
    <section className="stack-s no-print" aria-labelledby="desk-links">
      <h2 id="desk-links">{t('library.deskLinks')}</h2>
      <ul className="plain stack-s">
        {lists.map(({ kind, path, title }) => (
          <li key={path} className="row">
            <a href={href(locale, path)}>{typeset(title[locale], locale)}</a>
            <span className="sm muted">{t(`library.find.kind.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
