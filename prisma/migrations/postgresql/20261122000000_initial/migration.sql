-- CreateTable
CREATE TABLE "RecordEntry" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "commandId" TEXT NOT NULL,
    "commandPart" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "RecordEntry_pkey" PRIMARY KEY ("stream","seq")
);

-- CreateTable
CREATE TABLE "StreamHead" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "StreamHead_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "AccessEntry" (
    "id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "AccessEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Jurisdiction" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "caseMark" TEXT NOT NULL,
    "minutesMark" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Jurisdiction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Body" (
    "id" TEXT NOT NULL,
    "jurisdictionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" TEXT,
    "ordinal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "userName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyId" TEXT,
    "office" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "mustChange" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleTerm" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "bodyId" TEXT,
    "from" TEXT NOT NULL,
    "until" TEXT,

    CONSTRAINT "RoleTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "attributes" TEXT NOT NULL DEFAULT '{}',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseRow" (
    "id" TEXT NOT NULL,
    "jurisdictionId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "bodyIds" TEXT NOT NULL,
    "personIds" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "registeredAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,

    CONSTRAINT "CaseRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingRow" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "chairId" TEXT NOT NULL,
    "personIds" TEXT NOT NULL,
    "caseIds" TEXT NOT NULL,
    "minutesId" TEXT,

    CONSTRAINT "MeetingRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutesRow" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "number" TEXT,
    "year" INTEGER,
    "ordinal" INTEGER,
    "issuedAt" TEXT,
    "caseIds" TEXT NOT NULL,

    CONSTRAINT "MinutesRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecusalRow" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "RecusalRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "bodyId" TEXT,
    "role" TEXT,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dueAt" TEXT,
    "openedAt" TEXT NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "PollBox" (
    "id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "PollBox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollRoll" (
    "pollId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "voted" BOOLEAN NOT NULL DEFAULT false,
    "commandId" TEXT,
    "receipt" TEXT,

    CONSTRAINT "PollRoll_pkey" PRIMARY KEY ("pollId","personId")
);

-- CreateTable
CREATE TABLE "PollBallot" (
    "id" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "personId" TEXT,
    "choice" TEXT NOT NULL,

    CONSTRAINT "PollBallot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentUpdate" (
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "checksum" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    CONSTRAINT "DocumentUpdate_pkey" PRIMARY KEY ("name","seq")
);

-- CreateTable
CREATE TABLE "DocumentSnapshot" (
    "name" TEXT NOT NULL,
    "upTo" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "checksum" TEXT NOT NULL,

    CONSTRAINT "DocumentSnapshot_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "DocumentVersion" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "DocumentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RecordEntry_type_idx" ON "RecordEntry"("type");

-- CreateIndex
CREATE UNIQUE INDEX "RecordEntry_stream_commandId_commandPart_key" ON "RecordEntry"("stream", "commandId", "commandPart");

-- CreateIndex
CREATE INDEX "AccessEntry_subject_at_idx" ON "AccessEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AccessEntry_personId_at_idx" ON "AccessEntry"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Person_userName_key" ON "Person"("userName");

-- CreateIndex
CREATE INDEX "RoleTerm_personId_idx" ON "RoleTerm"("personId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "CaseRow_stage_idx" ON "CaseRow"("stage");

-- CreateIndex
CREATE INDEX "CaseRow_updatedAt_idx" ON "CaseRow"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseRow_jurisdictionId_year_ordinal_key" ON "CaseRow"("jurisdictionId", "year", "ordinal");

-- CreateIndex
CREATE INDEX "MeetingRow_startsAt_idx" ON "MeetingRow"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesRow_meetingId_key" ON "MinutesRow"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesRow_number_key" ON "MinutesRow"("number");

-- CreateIndex
CREATE INDEX "RecusalRow_caseId_idx" ON "RecusalRow"("caseId");

-- CreateIndex
CREATE INDEX "RecusalRow_personId_idx" ON "RecusalRow"("personId");

-- CreateIndex
CREATE INDEX "Task_stream_idx" ON "Task"("stream");

-- CreateIndex
CREATE INDEX "Task_personId_idx" ON "Task"("personId");

-- CreateIndex
CREATE INDEX "Task_bodyId_idx" ON "Task"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "PollBallot_pollId_personId_key" ON "PollBallot"("pollId", "personId");

-- CreateIndex
CREATE INDEX "DocumentVersion_name_at_idx" ON "DocumentVersion"("name", "at");

-- AddForeignKey
ALTER TABLE "RoleTerm" ADD CONSTRAINT "RoleTerm_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The bounds that the SQLite series has as table checks.
ALTER TABLE "RecordEntry"
    ADD CHECK ("seq" >= 1 AND "commandPart" >= 0),
    ADD CHECK (length("hash") = 64 AND length("previousHash") = 64);
ALTER TABLE "PollBox"
    ADD CHECK ("method" IN ('named', 'secret')),
    ADD CHECK ("status" IN ('open', 'closed', 'void'));
ALTER TABLE "Counter" ADD CHECK ("value" >= 1);

-- The record is only ever added to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END;
$$;

CREATE TRIGGER "RecordEntry_no_change" BEFORE UPDATE OR DELETE ON "RecordEntry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "RecordEntry_no_truncate" BEFORE TRUNCATE ON "RecordEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "AccessEntry_no_change" BEFORE UPDATE OR DELETE ON "AccessEntry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AccessEntry_no_truncate" BEFORE TRUNCATE ON "AccessEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
