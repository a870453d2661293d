import 'server-only'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import { PLACES, type Place } from './places'
import type { TableBatch } from './table-batch'

export type Institution = {
  id: string
  kind: InstitutionKind
  nameArabic: string
  nameLatin: string
  createdAt: Date
}

/** Every name says that the institution is invented. */
const INVENTED = { arabic: '(تجريبي)', latin: '(démonstration)' }
const KINDS: Readonly<Record<InstitutionKind, { arabic: string; latin: string }>> = {
  school: { arabic: 'مدرسة التكوين القضائي', latin: 'École de formation judiciaire' },
  court: { arabic: 'المحكمة الابتدائية', latin: 'Tribunal de première instance' },
  prosecution: {
    arabic: 'النيابة العامة لدى المحكمة الابتدائية',
    latin: 'Parquet près le tribunal de première instance',
  },
  commission: { arabic: 'لجنة مكافحة الاتجار بالبشر', latin: 'Commission de lutte contre la traite' },
  partner: { arabic: 'جمعية شريكة', latin: 'Association partenaire' },
}

type Wanted = { kind: InstitutionKind; place: Place | null; createdAt: Date; number?: number }

/** @param wanted.place null for the whole country. @param wanted.number if one town has several. */
export function addInstitution(
  { tables, rng }: TableBatch,
  { kind, place, createdAt, number = 1 }: Wanted,
): Institution {
  const id = rng.uuid(createdAt)
  const named = (words: (string | undefined)[]) => words.filter(Boolean).join(' ')
  const { arabic, latin } = KINDS[kind]
  const several = number > 1
  const nameArabic = named([arabic, place?.arabic, several ? `رقم ${number}` : undefined, INVENTED.arabic])
  const nameLatin = named([latin, place?.latin, several ? `n° ${number}` : undefined, INVENTED.latin])
  const region = place?.region ?? null
  tables.Institution.push({ id, kind, nameArabic, nameLatin, region, createdAt, archivedAt: null })
  return { id, kind, nameArabic, nameLatin, createdAt }
}

/** The town of a region. @param region its ISO number. */
export function placeIn(region: string): Place {
  const place = PLACES.find((candidate) => candidate.region === region)
  if (!place) throw new RangeError(`no region ${region}`)
  return place
}
