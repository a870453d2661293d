-- The names of the institutions under which proceedings were published. Of those that are public already, the present ones.
ALTER TABLE "Seminar" ADD COLUMN "proceedingsBy" JSONB;
UPDATE "Seminar" s SET "proceedingsBy" = (
  SELECT json_build_array(json_build_object('nameArabic', i."nameArabic", 'nameLatin', i."nameLatin"))::jsonb
    FROM "Institution" i WHERE i.id = s."institutionId"
) || coalesce((
  SELECT jsonb_agg(jsonb_build_object('nameArabic', c."nameArabic", 'nameLatin', c."nameLatin") ORDER BY o."askedAt", o."institutionId")
    FROM "SeminarOrganiser" o JOIN "Institution" c ON c.id = o."institutionId"
    WHERE o."seminarId" = s.id AND o."acceptedAt" IS NOT NULL AND o."withdrawnAt" IS NULL
), '[]'::jsonb)
WHERE s."proceedingsAt" IS NOT NULL;
