/** The national commission's free number. @see https://cnclt.justice.gov.ma/fr */
export const HOTLINE = '0800 00 47 47'

/** A page that reveals nothing about the reader. */
export const ELSEWHERE = 'https://www.google.com/'

/** `0800 00 47 47` → `tel:0800004747`. */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replaceAll(' ', '')}`
}
