-- A step is done when its question was answered rightly, or tried twice. Under the rule before, any answer was enough:
-- what was answered then counts as tried twice.
ALTER TABLE "PracticeAnswer" ADD COLUMN "tries" SMALLINT NOT NULL DEFAULT 2;
ALTER TABLE "PracticeAnswer" ALTER COLUMN "tries" SET DEFAULT 1;
