import { FIELD_LIMITS } from '@/domain/form/field-limits'
import type { Locale, Localized } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { OwnWords } from './own-words'
import { PassageWords } from './passage-words'

type Props = {
  title: string
  /** The title of the lesson that the note belongs to, and a link back. */
  lesson: string
  back: { href: string; label: string }
  /** The passage, if it is already chosen. */
  passage: { section: Localized | null; words: Localized } | null
  /** The fields in which she chooses the passage, if she does so here. */
  choice?: readonly Field[]
  action: string
  /** The stored text, and the stamp of its version. */
  text: string
  stamp: string
  /** There is a text to delete. */
  deletable: boolean
  state: FormState
  also?: React.ReactNode
  locale: Locale
  t: Translator
}

/** A page on which she writes a note, changes or deletes it. */
export function NotePage(props: Props) {
  const { title, lesson, back, passage, choice = [], action, text, stamp, deletable, state, also, locale, t } = props
  const { stored } = state.values
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack-s">
        <p className="sm muted">{lesson}</p>
        <h1>{title}</h1>
      </div>
      {passage && <PassageWords {...passage} locale={locale} />}
      {stored && <StoredText text={stored} t={t} />}
      <Form
        id="note"
        action={action}
        fields={[
          ...choice,
          {
            kind: 'area',
            name: 'noteText',
            label: t('fields.noteText'),
            hint: t('notes.hint', { max: formatNumber(FIELD_LIMITS.noteText, locale) }),
            value: text,
          },
          { kind: 'hidden', name: 'seen', value: state.values.seen ?? stamp },
        ]}
        submit={t('notes.save')}
        {...(deletable && { also: { name: 'delete', label: t('notes.delete'), action } })}
        beside={back}
        state={state}
        t={t}
      />
      {also}
    </main>
  )
}

/** The text that was stored meanwhile, above the form with her own text. */
function StoredText({ text, t }: { text: string; t: Translator }) {
  return (
    <section className="card stack-s" aria-labelledby="stored">
      <h2 id="stored" className="label">
        {t('notes.stored')}
      </h2>
      <OwnWords>{text}</OwnWords>
    </section>
  )
}

/** The note was deleted meanwhile: shows her text, so that she can copy it. */
export function LostNotePage({ text, t, back }: { text: string; t: Translator; back: Props['back'] }) {
  return (
    <main id="main" className="wrap page stack-l narrow">
      <h1>{t('notes.change')}</h1>
      <p className="note warn" role="alert">
        {t('notes.gone')}
      </p>
      <OwnWords>{text}</OwnWords>
      <p>
        <a className="btn" href={back.href}>
          {back.label}
        </a>
      </p>
    </main>
  )
}
