import 'server-only'
import type { Party } from '@/domain/certificate/paper'
import type { PartyRow } from '../db/certificate/certificate-papers'

/** An institution as a paper shows it. One without an English name has its French one in English. */
export function partyOf(row: PartyRow): Party {
  const { nameArabic, nameLatin, nameEnglish, logoHash, logoType } = row
  return {
    name: { ar: nameArabic, fr: nameLatin, en: nameEnglish ?? nameLatin },
    address: inBoth(row.addressArabic, row.addressLatin),
    logo: logoHash && logoType ? { hash: logoHash, type: logoType } : null,
    signatory: signatoryOf(row),
  }
}

function signatoryOf(row: PartyRow): Party['signatory'] {
  const name = inBoth(row.signatoryArabic, row.signatoryLatin)
  const title = inBoth(row.titleArabic, row.titleLatin)
  return name && title ? { name, title } : null
}

function inBoth(ar: string | null, fr: string | null): { ar: string; fr: string } | null {
  return ar && fr ? { ar, fr } : null
}
