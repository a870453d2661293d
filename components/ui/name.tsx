import { nameLanguage } from '@/domain/locale'

/** A name that people give in whatever language they like, such as a cohort's: isolated, and read out in the language of its letters. */
export function Name({ children }: { children: string }) {
  return <bdi lang={nameLanguage(children)}>{children}</bdi>
}
