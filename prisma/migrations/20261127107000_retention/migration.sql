-- Letters are looked for by age and by address, memberships by address, once they have waited for an account.
CREATE INDEX "Mail_to_idx" ON "Mail"("to");
CREATE INDEX "CohortMember_email_idx" ON "CohortMember"("email");
CREATE INDEX "ImportRow_email_idx" ON "ImportRow"("email");
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- Letters that were written before their account was noted.
UPDATE "Mail" m SET "accountId" = a.id FROM "Account" a WHERE m."accountId" IS NULL AND a.email = m."to";

-- The one way by which an entry leaves the audit log: it is older than the term, which is never under a year.
CREATE FUNCTION "expire_audit"(before timestamptz, at_most int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  expired_before timestamptz := LEAST(before, now() - interval '1 year');
  removed bigint;
BEGIN
  PERFORM set_config('audit.expired_before', expired_before::text, true);
  DELETE FROM "AuditEntry" WHERE id IN (
    SELECT id FROM "AuditEntry" WHERE at < expired_before ORDER BY at LIMIT at_most);
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('audit.expired_before', '', true);
  RETURN removed;
END
$$;

CREATE OR REPLACE FUNCTION "audit_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW."actorId" IS NULL OR NEW."actorId" IS NOT DISTINCT FROM OLD."actorId")
    AND (NEW."subjectId" IS NULL OR NEW."subjectId" IS NOT DISTINCT FROM OLD."subjectId")
    AND (NEW.reason IS NULL OR NEW.reason IS NOT DISTINCT FROM OLD.reason)
    AND ROW(NEW.id, NEW.at, NEW.act, NEW."institutionId", NEW.details)
      IS NOT DISTINCT FROM ROW(OLD.id, OLD.at, OLD.act, OLD."institutionId", OLD.details)
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE'
    AND OLD.at < NULLIF(current_setting('audit.expired_before', true), '')::timestamptz
    AND OLD.at < now() - interval '1 year'
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit is only added to';
END
$$;
