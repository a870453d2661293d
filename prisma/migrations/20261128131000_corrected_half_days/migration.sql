-- A proposal stores which half-days a corrected attestation states, with their days, so that it can be read by itself.
ALTER TABLE "CertificateProposal" RENAME COLUMN "halfDayIds" TO "halfDays";

-- An attestation of attendance was issued by the institution whose seminar it was: one of the two people administered it.
CREATE OR REPLACE FUNCTION "certificate_changed_by_a_teacher"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1
    FROM "Certificate" c
    JOIN LATERAL (
      SELECT k."institutionId" FROM "CohortMember" m
        JOIN "MemberMove" v ON v."memberId" = m.id AND v."to" = 'active'
        JOIN "Cohort" k ON k.id = m."cohortId"
        WHERE m."accountId" = c."accountId" AND c."seminarId" IS NULL
      UNION SELECT s."institutionId" FROM "Seminar" s WHERE s.id = c."seminarId") t ON true
    JOIN "Role" r ON r."institutionId" = t."institutionId" AND r.role = 'administrator'
    WHERE c.id = NEW."certificateId" AND (
      (r."accountId" = NEW."decidedById" AND (r."endedAt" IS NULL OR r."endedAt" > NEW."decidedAt"))
      OR (r."accountId" = NEW."proposedById" AND (r."endedAt" IS NULL OR r."endedAt" > NEW."proposedAt"))))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'neither of the two people comes from an institution that taught the holder';
END
$$;
