import { SPOKEN } from '@/domain/seminar/seminar'
import { sittingField } from '@/domain/seminar/seminar-form'
import type { Translator } from '@/i18n/translator'
import { type Field, FieldView } from '../form/field'
import type { FormState } from '../form/form-state'
import { FIELD_LANGUAGES, type SeminarValues } from './seminar-fields'

type Props = { index: number; values: SeminarValues; state: FormState; action: string; t: Translator }

/** A sitting in the form, and the button that takes it away. */
export function SittingFields({ index, values, state, action, t }: Props) {
  const heading = t('seminar.form.sitting', { n: index + 1 })
  const view = (field: Field) => (
    <FieldView key={field.name} id="seminar" field={field} state={state} optional={t('fields.optional')} />
  )
  const fields = fieldsOf(index, values, t)
  return (
    <fieldset>
      <legend>{heading}</legend>
      <div className="card stack">
        <div className="sitting-fields">{fields.times.map(view)}</div>
        {fields.titles.map(view)}
        <details open={fields.speakers.some(({ value }) => value)}>
          <summary>
            {t('seminar.speakers')}
            <span className="sr"> : {heading}</span>
          </summary>
          <div className="stack">{fields.speakers.map(view)}</div>
        </details>
        <div className="sitting-fields">{fields.languages.map(view)}</div>
        <p>
          <button type="submit" name="act" value={`remove:${index}`} formAction={`${action}#agenda`} className="btn">
            {t('seminar.form.removeSitting', { n: index + 1 })}
          </button>
        </p>
      </div>
    </fieldset>
  )
}

function fieldsOf(index: number, values: SeminarValues, t: Translator) {
  const of = (name: string) => ({ name: sittingField(index, name), value: values[sittingField(index, name)] ?? '' })
  const language = (code: (typeof SPOKEN)[number]) => ({ value: code, label: t(`seminar.languages.${code}`) })
  const into = (of('interpretation').value ?? '').split(' ')
  return {
    times: [
      { kind: 'date', label: t('seminar.form.day'), ...of('day') },
      { kind: 'time', label: t('seminar.form.from'), ...of('from') },
      { kind: 'time', label: t('seminar.form.to'), ...of('to') },
    ],
    titles: FIELD_LANGUAGES.map(({ locale, suffix, dir }) => ({
      kind: 'text',
      label: t(`seminar.form.title${suffix}`),
      optional: true,
      lang: locale,
      dir,
      ...of(`title${suffix}`),
    })),
    speakers: FIELD_LANGUAGES.map(({ suffix }) => ({
      kind: 'area',
      label: t(`seminar.form.speakers${suffix}`),
      hint: t('seminar.form.speakersHint'),
      optional: true,
      ...of(`speakers${suffix}`),
    })),
    languages: [
      { kind: 'select', label: t('seminar.form.language'), options: SPOKEN.map(language), ...of('language') },
      {
        kind: 'choices',
        name: sittingField(index, 'interpretation'),
        label: t('seminar.form.interpretation'),
        options: SPOKEN.map((code) => ({ ...language(code), chosen: into.includes(code) })),
      },
    ],
  } satisfies Record<string, Field[]> as {
    times: Field[]
    titles: Field[]
    speakers: (Field & { value: string })[]
    languages: Field[]
  }
}
