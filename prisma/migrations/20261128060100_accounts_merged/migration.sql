-- A person unites two accounts of her own: the entries about the one then belong to the other. Nothing else in them changes,
-- and only this function changes them.
CREATE FUNCTION "merge_audit"(other uuid, kept uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('audit.merged', other || ' ' || kept, true);
  UPDATE "AuditEntry" SET "subjectId" = kept WHERE "subjectId" = other;
  UPDATE "AuditEntry" SET "actorId" = kept WHERE "actorId" = other;
  PERFORM set_config('audit.merged', '', true);
END
$$;

CREATE OR REPLACE FUNCTION "audit_only_grows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  merged text := current_setting('audit.merged', true);
BEGIN
  IF TG_OP = 'UPDATE'
    AND (NEW."actorId" IS NULL OR NEW."actorId" IS NOT DISTINCT FROM OLD."actorId"
      OR OLD."actorId" || ' ' || NEW."actorId" = merged)
    AND (NEW."subjectId" IS NULL OR NEW."subjectId" IS NOT DISTINCT FROM OLD."subjectId"
      OR OLD."subjectId" || ' ' || NEW."subjectId" = merged)
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
