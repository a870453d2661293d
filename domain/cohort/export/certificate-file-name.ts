import { formatCertificateNumber } from '../../certificate/certificate-number'

const LONGEST_NAME = 60

/** `Fatima-Alaoui_ABCD-EFGH-JKMN-2.pdf`: a file name that every system accepts. The number makes it unique. */
export function certificateFileName(nameLatin: string, number: string): string {
  const name = plainName(nameLatin)
  return `${name === '' ? 'certificate' : name}_${formatCertificateNumber(number)}.pdf`
}

/**
 * The letters and digits of a name without accents, with its words joined by hyphens; empty if it has no Latin letters.
 */
export function plainName(text: string): string {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  return words.join('-').slice(0, LONGEST_NAME).replace(/-$/, '')
}
