import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Translator } from '@/i18n/translator'
import { type Fact, Facts } from './facts'
import { PhoneLink } from './phone-link'

type Contact = {
  /** Null: the platform itself. */
  school: { nameArabic: string; nameLatin: string } | null
  email: string | null
  phone: string | null
}
type Props = { contacts: readonly Contact[]; locale: Locale; t: Translator }

/** Whom to ask for help. An unknown address or number has no line; without any of the platform it says whom to ask. */
export function HelpFacts({ contacts, locale, t }: Props) {
  return (
    <div className="stack">
      {contacts.every(({ school }) => school !== null) && <p>{t('help.noContact')}</p>}
      {contacts.map(({ school, ...ways }) => (
        <div key={school?.nameLatin ?? ''} className="stack-s">
          {school && (
            <p>
              <strong>
                <bdi>{t('help.school', { name: nameIn(school, locale) })}</bdi>
              </strong>
            </p>
          )}
          <Facts facts={factsOf(ways, t)} />
        </div>
      ))}
    </div>
  )
}

function factsOf({ email, phone }: Omit<Contact, 'school'>, t: Translator): Fact[] {
  const facts: Fact[] = []
  if (email) {
    const link = (
      <a href={`mailto:${email}`}>
        <bdi dir="ltr">{email}</bdi>
      </a>
    )
    facts.push({ label: t('help.email'), value: link })
  }
  if (phone) facts.push({ label: t('help.phone'), value: <PhoneLink number={phone} /> })
  return facts
}
