-- What the work page counts at each visit is counted from indexes, without reading the rows of thousands of people.

-- Whether the names of a person are those of a list. @param found_by what "keep_member_keys" writes: her own names in
-- either script first, then those of the list.
CREATE FUNCTION "is_as_listed"(found_by text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT split_part(found_by, '|', 1) <> '' AND split_part(found_by, '|', 2) <> ''
    AND split_part(found_by, '|', 1) = split_part(found_by, '|', 3)
    AND split_part(found_by, '|', 2) = split_part(found_by, '|', 4)
$$;

-- Those whom a list confirms, and those whom another list of the same institution excludes.
CREATE INDEX "CohortMember_asListed_idx" ON "CohortMember"("cohortId", "accountId")
  WHERE "listed" AND "accountId" IS NOT NULL AND "is_as_listed"("foundBy");
CREATE INDEX "CohortMember_unlikeList_idx" ON "CohortMember"("cohortId", "accountId")
  WHERE "listed" AND "accountId" IS NOT NULL AND NOT "is_as_listed"("foundBy");

DROP INDEX "IdentityConfirmation_institutionId_idx";
CREATE INDEX "IdentityConfirmation_institutionId_accountId_idx" ON "IdentityConfirmation"("institutionId", "accountId");

DROP INDEX "Role_institutionId_idx";
CREATE INDEX "Role_institutionId_accountId_endedAt_idx" ON "Role"("institutionId", "accountId", "endedAt");

-- With what is counted of each status besides the people themselves.
DROP INDEX "CohortMember_cohortId_status_idx";
CREATE INDEX "CohortMember_cohortId_status_id_statusSince_accountId_idx"
  ON "CohortMember"("cohortId", "status", "id", "statusSince", "accountId");

CREATE INDEX "Mail_failed_idx" ON "Mail"("memberId", "createdAt", "id") WHERE "state" = 'failed';
