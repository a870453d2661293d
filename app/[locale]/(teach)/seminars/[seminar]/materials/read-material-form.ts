import type { Refused } from '@/app/http/form'
import { refuseForm } from '@/components/form/refuse-form'
import { type MaterialFields, materialSchema, titlesOf } from '@/domain/seminar/material'
import type { Translator } from '@/i18n/translator'
import type { Upload } from '@/server/file/receive-upload'

/** The act that a form of the page sends. */
export type MaterialAct =
  | { act: 'remove'; id: string }
  | { act: 'add'; fields: MaterialFields; upload: Upload; typed: Record<string, string> }

const FIELDS = ['when', 'openTo', 'titleArabic', 'titleFrench', 'titleEnglish'] as const

export function readMaterialForm(form: FormData, upload: Upload | null, t: Translator): MaterialAct | Refused {
  const remove = form.get('remove')
  if (typeof remove === 'string') return { act: 'remove', id: remove }
  const typed = typedMaterial(form)
  const { data } = materialSchema.safeParse(typed)
  const titles = data ? titlesOf(data) : null
  if (!data || !titles) return { refused: refuseForm(t('materials.noTitle'), typed) }
  if (!upload) return { refused: refuseForm(t('materials.noFile'), typed) }
  return { act: 'add', fields: { when: data.when, openTo: data.openTo, titles }, upload, typed }
}

export function typedMaterial(form: FormData): Record<string, string> {
  return Object.fromEntries(
    FIELDS.map((name) => {
      const value = form.get(name)
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}
