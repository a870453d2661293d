type Props = { nameArabic: string; nameLatin: string; children?: React.ReactNode }

/** Both names as they stand on the paper, each in its own script, with what is said of them. */
export function FullName({ nameArabic, nameLatin, children }: Props) {
  return (
    <span className="full-name">
      <bdi lang="ar" dir="rtl">
        {nameArabic}
      </bdi>
      <bdi lang="fr" dir="ltr">
        {nameLatin}
      </bdi>
      {children}
    </span>
  )
}
