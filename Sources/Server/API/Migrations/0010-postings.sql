-- Postings as their pages published them, kept for a day. They are public and belong to no account.

CREATE TABLE kongresume.postings (
    -- LinkedIn's number.
    id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9]{6,19}$'),
    -- What was read from the page: JSON.
    document text NOT NULL,
    fetched_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX postings_by_age ON kongresume.postings (fetched_at);

-- The server's alone: what one account looks for is not another's business.
GRANT SELECT, INSERT, UPDATE, DELETE ON kongresume.postings TO kongresume_service;
ALTER TABLE kongresume.postings ENABLE ROW LEVEL SECURITY;
ALTER TABLE kongresume.postings FORCE ROW LEVEL SECURITY;
CREATE POLICY service ON kongresume.postings TO kongresume_service USING (current_user = 'kongresume_service');
