import type { Translator } from '@/i18n/translator'
import type { ListenTexts } from './listen'

/** The words of the buttons that the script adds where the device has a voice, as an attribute of the page. */
export function listenTexts(t: Translator): string {
  const texts: ListenTexts = {
    listen: t('lesson.listen.start'),
    pause: t('lesson.listen.pause'),
    resume: t('lesson.listen.resume'),
    stop: t('lesson.listen.stop'),
    note: t('lesson.listen.note'),
  }
  return JSON.stringify(texts)
}
