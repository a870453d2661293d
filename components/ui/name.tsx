import { nameLanguage } from '@/domain/locale'

/**
 * A name in whatever language people like, such as a cohort's: isolated, and marked with the language of its letters.
 */
export function Name({ children }: { children: string }) {
  return <bdi lang={nameLanguage(children)}>{children}</bdi>
}
