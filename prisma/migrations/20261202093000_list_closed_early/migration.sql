-- A list that was closed before the end of the seminar counts the hours until then, and says why.
ALTER TABLE "AttendanceList" ADD COLUMN "earlyReason" TEXT;
ALTER TABLE "SeminarHalfDay" ADD COLUMN "countedMinutes" INTEGER;
ALTER TABLE "SeminarHalfDay" ADD CONSTRAINT "SeminarHalfDay_counted_at_most" CHECK ("countedMinutes" BETWEEN 0 AND "minutes");
