-- What was made, and by which running server.

CREATE TABLE kongresume.servers (
    id uuid PRIMARY KEY,
    started_at timestamptz NOT NULL DEFAULT now(),
    -- Renewed every few seconds: whose sign of life is old is gone.
    seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE kongresume.generations (
    -- gen_ and a ULID: sorts by time of creation.
    id text COLLATE "C" PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES kongresume.users (id) ON DELETE CASCADE,
    server_id uuid NOT NULL,
    title text NOT NULL,
    template_id text NOT NULL,
    source_type text NOT NULL CHECK (source_type IN ('job_description', 'linkedin_job_url')),
    status text NOT NULL CHECK (status IN ('processing', 'completed', 'failed')),
    -- Whether a credit is claimed (while processing) or spent (once completed).
    is_charged boolean NOT NULL,
    error_code text,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    -- Job, report, provenance, dropped items, timings: JSON, written once.
    record text
);
CREATE INDEX generations_by_user ON kongresume.generations (user_id, id DESC);
CREATE INDEX generations_in_process ON kongresume.generations (server_id) WHERE status = 'processing';

-- Apart from the rest, so that the tables that are read often stay small.
CREATE TABLE kongresume.pdfs (
    generation_id text COLLATE "C" PRIMARY KEY REFERENCES kongresume.generations (id) ON DELETE CASCADE,
    sha256 bytea NOT NULL,
    bytes bytea NOT NULL
);
-- A PDF is compressed already.
ALTER TABLE kongresume.pdfs ALTER COLUMN bytes SET STORAGE EXTERNAL;
