-- When somebody was last invited is asked for each person who has not answered, on the work page and on lists of people.
DROP INDEX "Invitation_memberId_idx";
CREATE INDEX "Invitation_memberId_createdAt_idx" ON "Invitation"("memberId", "createdAt");
