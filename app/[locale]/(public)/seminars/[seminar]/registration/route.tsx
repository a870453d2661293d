import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { remedyFor } from '@/app/http/remedy'
import { thisVisit } from '@/app/http/request-info'
import { SeminarMaterials } from '@/components/seminar/material-list'
import { RegistrationPage } from '@/components/seminar/registration-page'
import { href } from '@/components/shell/paths'
import { MySurveys } from '@/components/survey/my-surveys'
import { readGuestForm } from '@/domain/seminar/guest-form'
import { openMaterials } from '@/server/seminar/materials'
import { openRegistration, type Registration } from '@/server/seminar/registration'
import { testedCourse } from '@/server/seminar/tests/test-of-seminar'
import { surveysOfPlace } from '@/server/survey/answer-survey'
import { actOn, readSent, type Sent } from './registration-acts'

type At = Context<'seminar'>

/**
 * A person's place in a seminar. Opening the link in a letter does not take the place, because programs that check mail
 * open links: only the button does.
 */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query }: At) => {
    const { address, now } = await thisVisit()
    const asking = { seminarId: params.seminar, token: query.get('guest'), code: query.get('code') ?? '', address, now }
    return openRegistration(caller, asking)
  },
  page: async ({ locale, t, query, params, path }, view: Registration, state) => {
    const action = addressOf(locale, params.seminar, query, '/registration')
    const calendar = addressOf(locale, params.seminar, query, '.ics')
    const signIn = remedyFor('sign-in-required', locale, href(locale, path)) ?? ''
    const sent = query.get('sent') === 'yes'
    const shown = {
      ...view,
      action,
      calendar,
      signIn,
      sent,
      handed: await handedTo(view, { locale, t }),
      state,
      locale,
      t,
    }
    return {
      title: t('registration.title'),
      main: <RegistrationPage {...shown} />,
      index: false,
      secretAddress: query.has('guest') || query.has('code'),
    }
  },
  typed: (form) => {
    const act = form.get('act')
    if (act === 'ask') return { form: 'guest', values: readGuestForm(form) }
    return act === 'register' ? { form: 'register', values: { joinCode: String(form.get('joinCode') ?? '') } } : null
  },
  read: (form, context) => readSent(form, context),
  act: (view, sent: Sent, context) => actOn(view, sent, context),
  done: (done, { locale, params, query }) => {
    const address = addressOf(locale, params.seminar, query, '/registration')
    return done === 'sent' ? `${address}${address.includes('?') ? '&' : '?'}sent=yes` : address
  },
})

/** The surveys and materials for a guest who is registered; null for everybody else. */
async function handedTo({ seminar, visitor, place }: Registration, { locale, t }: Pick<At, 'locale' | 't'>) {
  if (visitor.kind !== 'guest' || place?.status !== 'registered') return null
  const now = new Date()
  const reader = { registration: place.status, mayRead: false }
  const [offers, materials, tested] = await Promise.all([
    surveysOfPlace(place, now),
    openMaterials({ seminar, reader }, now),
    testedCourse(seminar),
  ])
  return (
    <>
      {tested && seminar.startsAt > now && (
        <p className="note">
          {t('seminarTests.needsAccount')} <a href={href(locale, '/sign-up')}>{t('seminarTests.signUp')}</a>
        </p>
      )}
      <MySurveys offers={offers} locale={locale} t={t} />
      <SeminarMaterials seminarId={seminar.id} materials={materials} token={visitor.token} locale={locale} t={t} />
    </>
  )
}

/** An address of the seminar that ends in `end`, with the secret of a link or the code that opens it. */
function addressOf(locale: At['locale'], seminar: string, query: URLSearchParams, end: string): string {
  const kept = new URLSearchParams()
  for (const name of ['guest', 'code']) {
    const value = query.get(name)
    if (value) kept.set(name, value)
  }
  return `${href(locale, `/seminars/${seminar}${end}`)}${kept.size > 0 ? `?${kept}` : ''}`
}
