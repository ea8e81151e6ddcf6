-- Who is let in, and profiles that know which revision they are.

-- NULL: not let in yet, or no more.
ALTER TABLE kongresume.users ADD COLUMN approved_at timestamptz DEFAULT now();

ALTER TABLE kongresume.profiles ADD COLUMN revision bigint NOT NULL DEFAULT 1;

-- Whose key this is, found by its hash: the one thing that a request asks before it is known whose it is, and therefore the
-- one function that looks past row level security. No row: unknown, revoked or expired.
--
-- The time of last use is kept to the minute, so that a busy key costs one UPDATE a minute and not one for each request.
CREATE FUNCTION kongresume.find_key(hash bytea)
RETURNS TABLE (user_id uuid, key_id uuid, scopes text, expires_at double precision, is_approved boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    found_key kongresume.api_keys;
BEGIN
    SELECT * INTO found_key FROM kongresume.api_keys k
    WHERE k.sha256 = hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF found_key.last_used_at IS NULL OR found_key.last_used_at < now() - interval '1 minute' THEN
        -- Whoever comes second while this row is locked has nothing to add.
        UPDATE kongresume.api_keys k SET last_used_at = now()
        WHERE k.id = (SELECT l.id FROM kongresume.api_keys l WHERE l.id = found_key.id FOR NO KEY UPDATE SKIP LOCKED);
    END IF;
    RETURN QUERY
        SELECT found_key.user_id, found_key.id, array_to_string(found_key.scopes, ','),
            extract(epoch FROM found_key.expires_at)::double precision, u.approved_at IS NOT NULL
        FROM kongresume.users u WHERE u.id = found_key.user_id;
END $$;

-- Values that every server of this database shares, made by whichever starts first.
CREATE TABLE kongresume.secrets (
    name text PRIMARY KEY,
    value bytea NOT NULL
);
