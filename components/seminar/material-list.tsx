import type { FileType } from '@/domain/file/material-file'
import type { Locale } from '@/domain/locale'
import { MATERIAL_TIMES, type MaterialFields } from '@/domain/seminar/material'
import { shownIn } from '@/domain/text/texts'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { DownloadLink } from '../ui/download-link'

export type ShownMaterial = MaterialFields & { id: string; file: { name: string; type: FileType; bytes: number } }
type Texts = { locale: Locale; t: Translator }

/**
 * The materials of a seminar that a reader may download. Renders nothing if there are none. `token`: the token of a
 * guest's link.
 */
export function SeminarMaterials({
  seminarId,
  materials,
  token = null,
  ...texts
}: Texts & { seminarId: string; materials: readonly ShownMaterial[]; token?: string | null }) {
  if (materials.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="materials">
      <h2 id="materials">{texts.t('materials.title')}</h2>
      <MaterialsByTime materials={materials} level="h3" {...texts}>
        {(material) => <MaterialFile seminarId={seminarId} material={material} token={token} {...texts} />}
      </MaterialsByTime>
    </section>
  )
}

type ByTime = Texts & {
  materials: readonly ShownMaterial[]
  level: 'h2' | 'h3'
  children: (material: ShownMaterial) => React.ReactNode
}

/** Those for before the seminar, then those for after it. */
export function MaterialsByTime({ materials, level: Heading, t, children }: ByTime) {
  return MATERIAL_TIMES.map((when) => {
    const some = materials.filter((material) => material.when === when)
    if (some.length === 0) return null
    return (
      <div key={when} className="stack-s">
        <Heading>{t(`materials.${when}`)}</Heading>
        <ul className="plain stack-s">
          {some.map((material) => (
            <li key={material.id}>{children(material)}</li>
          ))}
        </ul>
      </div>
    )
  })
}

const MB = 1024 * 1024

export function MaterialFile({
  seminarId,
  material,
  token = null,
  locale,
  t,
}: Texts & { seminarId: string; material: ShownMaterial; token?: string | null }) {
  const { id, titles, file } = material
  const title = shownIn(titles, locale)
  const address = href(locale, `/seminars/${seminarId}/materials/${id}`)
  const size = formatNumber(Math.max(0.1, Math.round((file.bytes / MB) * 10) / 10), locale)
  return (
    <p className="row">
      <DownloadLink href={token === null ? address : `${address}?${new URLSearchParams({ guest: token })}`}>
        <bdi lang={title?.locale}>{title?.value ?? file.name}</bdi>
      </DownloadLink>
      <span className="sm muted">{t('materials.about', { type: file.type.toUpperCase(), size })}</span>
    </p>
  )
}
