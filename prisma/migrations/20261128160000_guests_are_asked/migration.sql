-- A survey of a seminar asks guests too: their ticket belongs to their place, and goes with it.
ALTER TABLE "SurveyTicket" ALTER COLUMN "accountId" DROP NOT NULL;
ALTER TABLE "SurveyTicket" ADD COLUMN "registrationId" UUID;
ALTER TABLE "SurveyTicket" ADD CONSTRAINT "SurveyTicket_asks_somebody" CHECK (num_nonnulls("accountId", "registrationId") = 1);
CREATE UNIQUE INDEX "SurveyTicket_surveyId_registrationId_key" ON "SurveyTicket"("surveyId", "registrationId");
CREATE INDEX "SurveyTicket_registrationId_idx" ON "SurveyTicket"("registrationId");
ALTER TABLE "SurveyTicket" ADD CONSTRAINT "SurveyTicket_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "SeminarRegistration"("id") ON DELETE CASCADE ON UPDATE CASCADE;
