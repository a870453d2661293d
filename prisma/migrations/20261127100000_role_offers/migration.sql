-- CreateTable
CREATE TABLE "RoleOffer" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "institutionId" UUID,
    "role" TEXT NOT NULL,
    "open" TEXT,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "offeredById" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleOffer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RoleOffer_open_key" ON "RoleOffer"("open");

-- CreateIndex
CREATE INDEX "RoleOffer_email_idx" ON "RoleOffer"("email");

-- CreateIndex
CREATE INDEX "RoleOffer_institutionId_idx" ON "RoleOffer"("institutionId");

-- CreateIndex
CREATE INDEX "RoleOffer_offeredById_idx" ON "RoleOffer"("offeredById");

-- CreateIndex
CREATE INDEX "RoleOffer_toldAt_idx" ON "RoleOffer"("toldAt");

-- AddForeignKey
ALTER TABLE "RoleOffer" ADD CONSTRAINT "RoleOffer_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleOffer" ADD CONSTRAINT "RoleOffer_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An offer that has an outcome has ended, and nobody can answer it any more.
ALTER TABLE "RoleOffer" ADD CONSTRAINT "RoleOffer_one_answer" CHECK (
  ("outcome" IS NULL) = ("endedAt" IS NULL) AND ("outcome" IS NULL OR "open" IS NULL)
);

-- Learner roles of people who never took a place in a cohort of the institution were given to them unasked: each becomes an
-- offer. Those of an archived institution open nothing, and nobody could accept them.
CREATE TEMPORARY TABLE "unasked" AS
SELECT r.id, r."accountId", r."institutionId", r."grantedById", a.email
FROM "Role" r
JOIN "Account" a ON a.id = r."accountId"
JOIN "Institution" i ON i.id = r."institutionId"
WHERE r.role = 'learner' AND r."endedAt" IS NULL AND i."archivedAt" IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM "CohortMember" m
    JOIN "Cohort" k ON k.id = m."cohortId"
    WHERE m."accountId" = r."accountId" AND k."institutionId" = r."institutionId"
      AND (m.status = 'active'
        OR EXISTS (SELECT 1 FROM "MemberMove" v WHERE v."memberId" = m.id AND v."to" = 'active')));

-- The web server writes the letters of offers that nobody was told of: only it knows the address of the site.
INSERT INTO "RoleOffer" (id, email, "institutionId", role, open, "offeredAt", "offeredById", "expiresAt")
SELECT gen_random_uuid(), u.email, u."institutionId", 'learner', concat_ws(' ', u.email, u."institutionId", 'learner'),
  CURRENT_TIMESTAMP, u."grantedById", CURRENT_TIMESTAMP + INTERVAL '30 days'
FROM "unasked" u;

UPDATE "Role" r SET held = NULL, "endedAt" = CURRENT_TIMESTAMP FROM "unasked" u WHERE r.id = u.id;

INSERT INTO "AuditEntry" (act, "subjectId", "institutionId", details)
SELECT 'role-ended', u."accountId", u."institutionId", '{"role": "learner"}'::jsonb FROM "unasked" u;

INSERT INTO "AuditEntry" (act, "institutionId", details)
SELECT 'role-offered', u."institutionId", '{"role": "learner"}'::jsonb FROM "unasked" u;

-- Whoever belongs to an institution in no other way was confirmed by it unasked. Certificates keep their words.
WITH "withdrawn" AS (
  DELETE FROM "IdentityConfirmation" c USING "unasked" u
  WHERE c."accountId" = u."accountId" AND c."institutionId" = u."institutionId"
    AND NOT EXISTS (
      SELECT 1 FROM "Role" r
      WHERE r."accountId" = c."accountId" AND r."institutionId" = c."institutionId" AND r."endedAt" IS NULL)
  RETURNING c."accountId", c."institutionId"
)
INSERT INTO "AuditEntry" (act, "subjectId", "institutionId")
SELECT 'identity-withdrawn', w."accountId", w."institutionId" FROM "withdrawn" w;

DROP TABLE "unasked";

-- Open proposals of an institution that never taught the holder: nobody of it finds the certificate any more, and they
-- would keep those who taught her from proposing anything.
WITH "closed" AS (
  UPDATE "CertificateProposal" p SET decision = 'taken-back', "decidedAt" = CURRENT_TIMESTAMP
  FROM "Certificate" c
  WHERE c.id = p."certificateId" AND p.decision IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM "CohortMember" m
      JOIN "Cohort" k ON k.id = m."cohortId"
      JOIN "MemberMove" v ON v."memberId" = m.id AND v."to" = 'active'
      WHERE m."accountId" = c."accountId" AND k."institutionId" = p."institutionId")
  RETURNING c."accountId", c.number, p."institutionId"
)
INSERT INTO "AuditEntry" (act, "subjectId", "institutionId", details)
SELECT 'certificate-proposal-taken-back', x."accountId", x."institutionId", jsonb_build_object('number', x.number)
FROM "closed" x;

-- A certificate is changed only where one of the two people administered, when she spoke, an institution in one of whose
-- cohorts its holder took part. It looks at the change alone: a restored backup brings the rows as they were.
CREATE FUNCTION "certificate_changed_by_a_teacher"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1
    FROM "Certificate" c
    JOIN "CohortMember" m ON m."accountId" = c."accountId"
    JOIN "MemberMove" v ON v."memberId" = m.id AND v."to" = 'active'
    JOIN "Cohort" k ON k.id = m."cohortId"
    JOIN "Role" r ON r."institutionId" = k."institutionId" AND r.role = 'administrator'
    WHERE c.id = NEW."certificateId" AND (
      (r."accountId" = NEW."decidedById" AND (r."endedAt" IS NULL OR r."endedAt" > NEW."decidedAt"))
      OR (r."accountId" = NEW."proposedById" AND (r."endedAt" IS NULL OR r."endedAt" > NEW."proposedAt"))))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'neither of the two people comes from an institution that taught the holder';
END
$$;

CREATE TRIGGER "certificate_changed_by_a_teacher" BEFORE UPDATE ON "CertificateProposal"
  FOR EACH ROW WHEN (NEW.decision = 'carried-out' AND OLD.decision IS DISTINCT FROM NEW.decision)
  EXECUTE FUNCTION "certificate_changed_by_a_teacher"();
