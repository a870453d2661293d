import { type AnnouncementState, isChangeable, isWithdrawable } from '@/domain/announcement/announcement'
import { SENDING_HOURS } from '@/domain/announcement/announcement-form'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { Form } from '../../form/form'
import { type FormState, UNTOUCHED } from '../../form/form-state'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { href } from '../../shell/paths'
import { Markup } from '../../ui/markup'
import { WideFrame } from '../cohort-frame'
import { LetterPreview } from '../reminders/letter-preview'
import { NamedPeople } from './announcement-form'
import { counted } from './announcement-list-page'
import type { Announcement, AnnouncementDone, LanguagePreview, Named } from './announcements'
import { groupName } from './group-name'

type Props = {
  cohort: { id: string; name: string; locale: Locale }
  announcement: Announcement
  previews: readonly LanguagePreview[]
  letters: number
  pageOnly: number
  invited: number
  named: readonly Named[]
  over: boolean
  done: AnnouncementDone | null
  state: FormState
  /** The word for the subject of a letter, in its language. */
  subjectIn: (locale: Locale) => string
  locale: Locale
  t: Translator
}
type Part = Props & { here: string }

/** The title of the page: a preview before the announcement is sent, its state afterwards. */
export function announcementTitle(state: AnnouncementState, t: Translator): string {
  return t(isChangeable(state) ? 'cohorts.messages.preview' : `cohorts.messages.titles.${state}`)
}

/** A preview of the announcement, and its acts, before it is sent; afterwards its text and the people reached. */
export function AnnouncementPage(props: Props) {
  const { cohort, announcement, named, done, over, state, locale, t } = props
  const list = href(locale, `/cohorts/${cohort.id}/messages`)
  const here = `${list}/${announcement.id}`
  const changeable = isChangeable(announcement.state) && !over
  return (
    <WideFrame
      back={{ href: list, label: t('cohorts.messages.title') }}
      heading={announcementTitle(announcement.state, t)}
      act={changeable ? { href: `${here}/edit`, label: t('cohorts.messages.change') } : null}
    >
      {done && (
        <p className="note ok" role="status">
          {t(`cohorts.messages.done.${done}`)}
        </p>
      )}
      {over && <p className="note">{t('cohorts.messages.over')}</p>}
      <ul className="facts sm muted">
        <li>{groupName(announcement.audience, t)}</li>
        <li>{t(`cohorts.messages.states.${announcement.state}`)}</li>
        {announcement.sentAt && (
          <li>{t('cohorts.messages.sentOn', { date: formatDateTime(announcement.sentAt, locale) })}</li>
        )}
        {announcement.withdrawnAt && (
          <li>{t('cohorts.messages.withdrawnOn', { date: formatDateTime(announcement.withdrawnAt, locale) })}</li>
        )}
        {!isChangeable(announcement.state) && counted(announcement.people, t).map((line) => <li key={line}>{line}</li>)}
      </ul>
      {named.length > 0 && <NamedPeople named={named} locale={locale} t={t} />}
      <div className="grid reminding">
        {changeable && props.previews.length > 0 ? (
          <Letters {...props} here={here} />
        ) : (
          <AsWritten {...props} here={here} />
        )}
        <div className="stack">
          {changeable && <Sending {...props} state={isAbout('test', state) ? UNTOUCHED : state} here={here} />}
          {changeable && <Test {...props} state={isAbout('test', state) ? state : UNTOUCHED} here={here} />}
          <Acts {...props} here={here} />
        </div>
      </div>
    </WideFrame>
  )
}

function Letters({ previews, subjectIn, t }: Part) {
  return (
    <section className="card stack" aria-labelledby="letters">
      <h2 id="letters">{t('cohorts.messages.preview')}</h2>
      {previews.map(({ locale: language, people, textIn, parts }) => (
        <div key={language} className="stack-s">
          <p className="sm">{t('cohorts.messages.language', { language: LANGUAGE_NAMES[language], count: people })}</p>
          {people === 0 && <p className="note sm">{t('cohorts.messages.noReader')}</p>}
          {textIn !== language && (
            <p className="note warn sm">{t('cohorts.messages.instead', { language: LANGUAGE_NAMES[textIn] })}</p>
          )}
          <LetterPreview
            locale={language}
            name={LANGUAGE_NAMES[language]}
            subject={subjectIn(language)}
            parts={parts}
          />
        </div>
      ))}
    </section>
  )
}

/** The text of the announcement in each language in which it was written. */
function AsWritten({ announcement: { texts }, t }: Part) {
  return (
    <section className="card stack" aria-labelledby="written">
      <h2 id="written">{t('cohorts.messages.title')}</h2>
      {LOCALES.map((language) => {
        const words = texts[language]
        return (
          words && (
            <div key={language} className="letter stack-s">
              <h3 lang={language} dir={directionOf(language)}>
                {words.subject}
              </h3>
              <Markup text={words.text} locale={language} />
            </div>
          )
        )
      })}
    </section>
  )
}

/** How many people get a letter or see it on their page only, and when it is sent. */
function Sending({ announcement, letters, pageOnly, invited, state, here, locale, t }: Part) {
  const people = letters + pageOnly
  const others = invited > 0 && <p className="sm">{t('cohorts.messages.notInvited', { count: invited })}</p>
  if (people === 0) {
    return (
      <div className="note warn">
        <p>{t('cohorts.messages.nobody')}</p>
        {others}
      </div>
    )
  }
  const { dueAt } = announcement
  const hours = SENDING_HOURS.map((hour) => ({ value: String(hour), label: `${hour}:00` }))
  return (
    <section className="card stack" aria-labelledby="sending">
      <h2 id="sending">{t('cohorts.messages.sending')}</h2>
      <p className="sm">{t('cohorts.messages.byLetter', { count: letters })}</p>
      {pageOnly > 0 && <p className="sm">{t('cohorts.messages.onPage', { count: pageOnly })}</p>}
      {others}
      {announcement.state === 'scheduled' && dueAt ? (
        <>
          <p className="note">{t('cohorts.messages.scheduledFor', { date: formatDateTime(dueAt, locale) })}</p>
          <Form
            id="send"
            action={here}
            fields={[...act('send', announcement.version), { kind: 'hidden', name: 'when', value: 'now' }]}
            submit={t('cohorts.messages.sendNow', { count: people })}
            look="plain"
            t={t}
          />
          <Form id="hold" action={here} fields={act('hold')} submit={t('cohorts.messages.hold')} look="plain" t={t} />
        </>
      ) : (
        <Form
          id="send"
          action={`${here}#send-problems`}
          state={state}
          fields={[
            ...act('send', announcement.version),
            {
              kind: 'radios',
              name: 'when',
              label: t('fields.when'),
              value: 'now',
              options: [
                { value: 'now', label: t('cohorts.messages.now') },
                { value: 'later', label: t('cohorts.messages.later') },
              ],
            },
            { kind: 'date', name: 'day', label: t('fields.day'), optional: true },
            { kind: 'select', name: 'hour', label: t('fields.hour'), options: hours, value: '9', optional: true },
          ]}
          submit={t('cohorts.messages.send', { count: people })}
          t={t}
        />
      )}
    </section>
  )
}

/** Sends the announcement to the reader of this page only, as a test. */
function Test({ announcement: { texts }, state, here, t }: Part) {
  const languages = LOCALES.filter((language) => texts[language]).map((language) => LANGUAGE_NAMES[language])
  return (
    <section className="card stack-s" aria-labelledby="test">
      <h2 id="test">{t('cohorts.messages.test')}</h2>
      <p className="sm">{t('cohorts.messages.testLead', { languages: languages.join(' · ') })}</p>
      <Form
        id="try"
        action={`${here}#try-problems`}
        fields={act('test')}
        state={state}
        submit={t('cohorts.messages.testSend')}
        look="plain"
        t={t}
      />
    </section>
  )
}

function isAbout(form: string, state: FormState): boolean {
  return state.form === form
}

function Acts({ announcement: { state }, here, t }: Part) {
  if (isWithdrawable(state)) {
    return (
      <section className="card stack-s" aria-labelledby="withdraw">
        <h2 id="withdraw">{t('cohorts.messages.withdraw')}</h2>
        <p className="sm">{t('cohorts.messages.withdrawLead')}</p>
        <Form
          id="withdraw"
          action={here}
          fields={act('withdraw')}
          submit={t('cohorts.messages.withdraw')}
          look="danger"
          t={t}
        />
      </section>
    )
  }
  if (!isChangeable(state) && state !== 'unsent') return null
  return (
    <Form id="delete" action={here} fields={act('delete')} submit={t('cohorts.messages.delete')} look="plain" t={t} />
  )
}

function act(name: 'send' | 'test' | 'hold' | 'withdraw' | 'delete', version?: number) {
  const fields = [{ kind: 'hidden', name: 'act', value: name } as const]
  return version === undefined
    ? fields
    : [...fields, { kind: 'hidden', name: 'version', value: String(version) } as const]
}
