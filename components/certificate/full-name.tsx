type Props = { nameArabic: string; nameLatin: string; declared: string }

/** Both names as they stand on the paper, each in its own script. */
export function FullName({ nameArabic, nameLatin, declared }: Props) {
  return (
    <span className="full-name">
      <bdi lang="ar" dir="rtl">
        {nameArabic}
      </bdi>
      <bdi lang="fr" dir="ltr">
        {nameLatin}
      </bdi>
      <span className="xs muted">{declared}</span>
    </span>
  )
}
