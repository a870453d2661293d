import type { LogoType } from '@/domain/certificate/paper'
import type { FaceFields } from '@/domain/institution/face'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../../form/field'
import { SectionForm } from '../../form/form'
import { type FormState, UNTOUCHED } from '../../form/form-state'
import { href } from '../../shell/paths'
import { DownloadLink } from '../../ui/download-link'
import { Facts } from '../../ui/facts'
import { PartyLogo } from '../../ui/party-logo'
import { type StaffDone, StaffPage } from '../../ui/staff-page'
import { AskedCosignatures, type AskedOf } from './asked-cosignatures'
import { Signatories, type Signatory } from './signatories'

type Props = {
  institution: { id: string; nameArabic: string; nameLatin: string }
  name: string
  face: FaceFields & { logoHash: string | null }
  signatories: readonly Signatory[]
  asked: readonly AskedOf[]
  today: Day
  done: StaffDone | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The data of an institution on its papers, its signatories, and the requests to it for a co-signature. */
export function FacePage(props: Props) {
  const { institution, name, asked, signatories, today, done, state, locale, t } = props
  const path = `/institutions/${institution.id}`
  const action = href(locale, `${path}/face`)
  const shared = { action, state, locale, t }
  return (
    <StaffPage
      heading={t('face.title')}
      lead={t('face.lead')}
      crumbs={[{ path, label: name }]}
      done={done}
      locale={locale}
      t={t}
    >
      <section className="stack" aria-labelledby="names">
        <h2 id="names">{t('face.names')}</h2>
        <Facts
          facts={[
            { label: t('fields.nameArabic'), value: <bdi lang="ar">{institution.nameArabic}</bdi> },
            { label: t('fields.nameLatin'), value: <bdi lang="fr">{institution.nameLatin}</bdi> },
          ]}
        />
        <p className="row">
          <a className="btn" href={href(locale, `${path}/edit`)}>
            {t('face.namesEdit')}
          </a>
          <DownloadLink href={`${action}/preview`}>{t('face.preview')}</DownloadLink>
        </p>
        <Looks {...props} action={action} />
      </section>
      <Signatories {...shared} signatories={signatories} today={today} />
      <AskedCosignatures {...shared} asked={asked} />
    </StaffPage>
  )
}

function Looks({ face, state, action, t }: Props & { action: string }) {
  const { logoHash } = face
  return (
    <>
      <div className="stack-s">
        <h3>{t('face.logo')}</h3>
        {logoHash ? (
          <p className="party">
            <PartyLogo logo={{ hash: logoHash, type: 'image/png' satisfies LogoType }} />
            <span>{t('face.logoNow')}</span>
          </p>
        ) : (
          <p>{t('face.noLogo')}</p>
        )}
      </div>
      <SectionForm
        id="face"
        action={action}
        multipart
        fields={fieldsOf(face, t)}
        submit={t('face.save')}
        state={state.form === 'save' ? state : UNTOUCHED}
        t={t}
      />
    </>
  )
}

function fieldsOf(face: Props['face'], t: Translator): Field[] {
  const line = { kind: 'text', optional: true } as const
  return [
    { kind: 'hidden', name: 'act', value: 'save' },
    // Always the stored version: after a conflict, the page has shown her the other person's changes.
    { kind: 'hidden', name: 'version', value: String(face.version) },
    {
      ...line,
      name: 'nameEnglish',
      label: t('fields.nameEnglish'),
      hint: t('face.nameEnglishHint'),
      dir: 'ltr',
      lang: 'en',
      value: face.nameEnglish,
    },
    {
      ...line,
      name: 'addressArabic',
      label: t('fields.addressArabic'),
      hint: t('face.addressHint'),
      dir: 'rtl',
      lang: 'ar',
      value: face.addressArabic,
    },
    {
      ...line,
      name: 'addressLatin',
      label: t('fields.addressLatin'),
      hint: t('face.addressHint'),
      dir: 'ltr',
      lang: 'fr',
      value: face.addressLatin,
    },
    {
      kind: 'email',
      name: 'helpEmail',
      label: t('fields.helpEmail'),
      hint: t('face.helpHint'),
      optional: true,
      value: face.helpEmail,
    },
    {
      ...line,
      name: 'helpPhone',
      label: t('fields.helpPhone'),
      hint: t('face.helpHint'),
      dir: 'ltr',
      value: face.helpPhone,
    },
    {
      kind: 'file',
      name: 'logo',
      label: t('fields.logo'),
      hint: t('face.logoHint'),
      accept: '.png,.svg,image/png,image/svg+xml',
      optional: true,
    },
    ...(face.logoHash ? [{ kind: 'tick', name: 'removeLogo', label: t('face.removeLogo') } as const] : []),
  ]
}
