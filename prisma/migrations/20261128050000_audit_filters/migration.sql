-- The audit log is read from its newest entry, also narrowed to an act or to a person.
CREATE INDEX "AuditEntry_institutionId_id_idx" ON "AuditEntry"("institutionId", "id");
CREATE INDEX "AuditEntry_institutionId_act_id_idx" ON "AuditEntry"("institutionId", "act", "id");
CREATE INDEX "AuditEntry_act_id_idx" ON "AuditEntry"("act", "id");
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");
CREATE INDEX "AuditEntry_subjectId_id_idx" ON "AuditEntry"("subjectId", "id");
DROP INDEX "AuditEntry_actorId_idx";
