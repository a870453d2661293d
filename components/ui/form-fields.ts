import { LOCALES } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { LANGUAGE_NAMES } from '../shell/language-names'

/** @param autoComplete `username` on a sign-in form, so that the browser offers the saved password. */
export function emailField(t: Translator, autoComplete: 'email' | 'username'): Field {
  return { kind: 'email', name: 'email', label: t('fields.email'), autoComplete, kept: true }
}

/** The fields of a new account. The e-mail address is fixed: it is the one that received the letter. */
export function accountFields(
  t: Translator,
  person: {
    email: string
    nameArabic: string
    nameLatin: string
    function: string
    institution: string
    locale: string
  },
): Field[] {
  return [
    {
      kind: 'email',
      name: 'email',
      label: t('fields.email'),
      autoComplete: 'username',
      fixed: true,
      value: person.email,
    },
    ...nameFields(t, person),
    ...profileFields(t, person),
    newPasswordField(t, 'password'),
  ]
}

export function currentPasswordField(t: Translator, name: 'password' | 'current'): Field {
  return { kind: 'password', name, label: t(`fields.${name}`), autoComplete: 'current-password' }
}

export function newPasswordField(t: Translator, name: 'password' | 'newPassword'): Field {
  const label = t(`fields.${name}`)
  return { kind: 'password', name, label, hint: t('fields.passwordHint'), autoComplete: 'new-password' }
}

export function nameFields(t: Translator, names = { nameArabic: '', nameLatin: '' }): Field[] {
  return [
    {
      kind: 'text',
      name: 'nameArabic',
      label: t('fields.nameArabic'),
      hint: t('fields.nameArabicHint'),
      // A browser fills in the name it knows, which is the Latin one.
      autoComplete: 'off',
      dir: 'rtl',
      lang: 'ar',
      value: names.nameArabic,
    },
    {
      kind: 'text',
      name: 'nameLatin',
      label: t('fields.nameLatin'),
      hint: t('fields.nameLatinHint'),
      autoComplete: 'name',
      dir: 'ltr',
      lang: 'fr',
      value: names.nameLatin,
    },
  ]
}

export function profileFields(
  t: Translator,
  profile: { function: string; institution: string; locale: string },
): Field[] {
  return [
    {
      kind: 'select',
      name: 'function',
      label: t('fields.function'),
      options: PERSON_FUNCTIONS.map((value) => ({ value, label: t(`fields.functions.${value}`) })),
      choose: t('fields.choose'),
      value: profile.function,
    },
    {
      kind: 'text',
      name: 'institution',
      label: t('fields.institution'),
      hint: t('fields.institutionHint'),
      autoComplete: 'organization',
      dir: 'auto',
      value: profile.institution,
    },
    {
      kind: 'select',
      name: 'locale',
      label: t('fields.locale'),
      hint: t('fields.localeHint'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
      value: profile.locale,
    },
  ]
}
