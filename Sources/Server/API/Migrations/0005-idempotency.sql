-- Generations begin, end and are forgotten in one statement each, with the credit and the idempotency key they hold.
--
-- Locks are always taken in this order, so that no two wait for each other: idempotency key (a new one), generation,
-- idempotency key (of that generation), credits.

-- A PDF is read by its user alone: the column spares the policy a look at another table.
ALTER TABLE kongresume.pdfs ADD COLUMN user_id uuid REFERENCES kongresume.users (id) ON DELETE CASCADE;
UPDATE kongresume.pdfs p SET user_id = g.user_id FROM kongresume.generations g WHERE g.id = p.generation_id;
ALTER TABLE kongresume.pdfs ALTER COLUMN user_id SET NOT NULL;

CREATE TABLE kongresume.idempotency (
    user_id uuid NOT NULL REFERENCES kongresume.users (id) ON DELETE CASCADE,
    -- The method and path that the key is for.
    route text NOT NULL,
    key text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    -- SHA-256 of the request's canonical JSON.
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
    -- Who works on it, and what is made; no foreign key, because what was made may be forgotten first.
    server_id uuid NOT NULL,
    generation_id text COLLATE "C",
    expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
    -- The answer, once there is one. Without headers: it was forgotten with the generation.
    status smallint,
    headers text,
    -- NULL: the body is the generation's PDF.
    body bytea,
    PRIMARY KEY (user_id, route, key)
);
CREATE INDEX idempotency_by_generation ON kongresume.idempotency (generation_id) WHERE generation_id IS NOT NULL;
CREATE INDEX idempotency_by_expiry ON kongresume.idempotency (expires_at);
-- Answers are compressed already or small.
ALTER TABLE kongresume.idempotency ALTER COLUMN body SET STORAGE EXTERNAL;

-- Claims an idempotency key for a request, or says what became of the request that has it. Of requests that race, one
-- inserts the row and the others wait for its transaction to end.
--
-- outcome: claimed, in_flight, mismatch, replay (with the answer) or forgotten.
CREATE FUNCTION kongresume.claim_key(
    account uuid, route_name text, key_text text, request_sha256 bytea, server uuid, generation text,
    OUT outcome text, OUT answer_status text, OUT answer_headers text, OUT answer_body bytea
) LANGUAGE plpgsql AS $$
DECLARE
    held kongresume.idempotency;
BEGIN
    LOOP
        INSERT INTO kongresume.idempotency (user_id, route, key, fingerprint, server_id, generation_id)
        VALUES (account, route_name, key_text, request_sha256, server, generation)
        ON CONFLICT DO NOTHING;
        IF FOUND THEN
            outcome := 'claimed';
            RETURN;
        END IF;
        DELETE FROM kongresume.idempotency i
        WHERE i.user_id = account AND i.route = route_name AND i.key = key_text
            AND i.status IS NOT NULL AND i.expires_at <= now();
        CONTINUE WHEN FOUND;
        SELECT * INTO held FROM kongresume.idempotency i
        WHERE i.user_id = account AND i.route = route_name AND i.key = key_text;
        -- It was given up in between.
        CONTINUE WHEN NOT FOUND;
        outcome := CASE
            WHEN held.fingerprint <> request_sha256 THEN 'mismatch'
            WHEN held.status IS NULL THEN 'in_flight'
            WHEN held.headers IS NULL THEN 'forgotten'
            ELSE 'replay' END;
        IF outcome = 'replay' THEN
            answer_status := held.status;
            answer_headers := held.headers;
            answer_body := coalesce(
                held.body, (SELECT p.bytes FROM kongresume.pdfs p WHERE p.generation_id = held.generation_id));
        END IF;
        RETURN;
    END LOOP;
END $$;

-- Keeps the answer to a request that claimed its key and makes no generation.
CREATE FUNCTION kongresume.settle_key(
    account uuid, route_name text, key_text text, server uuid, answer_status integer, answer_headers text,
    answer_body bytea
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    UPDATE kongresume.idempotency i SET status = answer_status, headers = answer_headers, body = answer_body
    WHERE i.user_id = account AND i.route = route_name AND i.key = key_text AND i.server_id = server
        AND i.generation_id IS NULL;
    RETURN FOUND;
END $$;

-- Claims the key (if there is one) and a credit (if it costs one) and begins a generation: all of it, or nothing.
-- Asked again with the same id, because the answer to COMMIT was lost, it says the same again.
--
-- outcome: begun, no_credits, or one of claim_key's.
CREATE FUNCTION kongresume.begin_generation(
    generation text, account uuid, server uuid, template text, source text, charges boolean,
    route_name text, key_text text, request_sha256 bytea,
    OUT outcome text, OUT remaining text, OUT resets_at text, OUT begun_at text,
    OUT answer_status text, OUT answer_headers text, OUT answer_body bytea
) LANGUAGE plpgsql AS $$
DECLARE
    balance kongresume.credits;
    month timestamptz;
    started timestamptz;
    form constant text := 'YYYY-MM-DD"T"HH24:MI:SS"Z"';
BEGIN
    SELECT g.created_at INTO started FROM kongresume.generations g WHERE g.id = generation AND g.user_id = account;
    IF FOUND THEN
        outcome := 'begun';
        begun_at := to_char(started AT TIME ZONE 'UTC', form);
        SELECT c.remaining INTO remaining FROM kongresume.credits c WHERE c.user_id = account;
        RETURN;
    END IF;
    IF key_text IS NOT NULL THEN
        SELECT k.outcome, k.answer_status, k.answer_headers, k.answer_body
        INTO outcome, answer_status, answer_headers, answer_body
        FROM kongresume.claim_key(account, route_name, key_text, request_sha256, server, generation) k;
        IF outcome <> 'claimed' THEN
            RETURN;
        END IF;
    END IF;
    IF charges THEN
        balance := kongresume.lock_credits(account);
        IF balance.remaining < 1 THEN
            -- Nothing was begun, so nothing is kept.
            DELETE FROM kongresume.idempotency i
            WHERE i.user_id = account AND i.route = route_name AND i.key = key_text;
            outcome := 'no_credits';
            remaining := balance.remaining;
            resets_at := to_char(balance.resets_at AT TIME ZONE 'UTC', form);
            RETURN;
        END IF;
        month := kongresume.claim_credit(balance, generation);
        remaining := balance.remaining - 1;
    ELSE
        SELECT c.remaining INTO remaining FROM kongresume.current_credits(account) c;
    END IF;
    started := clock_timestamp();
    INSERT INTO kongresume.generations
        (id, user_id, server_id, title, template_id, source_type, status, is_charged, claimed_month, created_at)
    VALUES (generation, account, server, 'Resume', template, source, 'processing', charges, month, started);
    outcome := 'begun';
    begun_at := to_char(started AT TIME ZONE 'UTC', form);
END $$;

-- Settles: the record, the PDF, the idempotency key's answer and the debit. Asked again, it says the same again.
-- Returns what the generation's state is then; 'completed' unless it was given up before. NULL: there is no such generation.
CREATE FUNCTION kongresume.settle_generation(
    generation text, new_title text, new_record text, pdf bytea, pdf_sha256 bytea,
    answer_status integer, answer_headers text, answer_body bytea
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    made kongresume.generations;
BEGIN
    UPDATE kongresume.generations g
    SET status = 'completed', title = new_title, record = new_record, finished_at = clock_timestamp()
    WHERE g.id = generation AND g.status = 'processing' RETURNING g.* INTO made;
    IF NOT FOUND THEN
        RETURN (SELECT g.status FROM kongresume.generations g WHERE g.id = generation);
    END IF;
    INSERT INTO kongresume.pdfs (generation_id, user_id, sha256, bytes)
    VALUES (generation, made.user_id, pdf_sha256, pdf);
    UPDATE kongresume.idempotency i SET status = answer_status, headers = answer_headers, body = answer_body
    WHERE i.generation_id = generation;
    IF made.is_charged THEN
        UPDATE kongresume.credits c SET claimed = c.claimed - 1, spent = c.spent + 1 WHERE c.user_id = made.user_id;
        INSERT INTO kongresume.credit_entries (user_id, kind, amount, generation_id)
        VALUES (made.user_id, 'spend', 1, generation);
    END IF;
    RETURN 'completed';
END $$;

-- Ends a generation that is in process without a result: its credit and its idempotency key are free again.
-- It stays in the history as failed, or (unless `keeps`) goes, if it was nothing but a request that could not be worked on.
CREATE FUNCTION kongresume.release_generation(generation text, code text, keeps boolean) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    made kongresume.generations;
BEGIN
    UPDATE kongresume.generations g SET status = 'failed', error_code = code, finished_at = clock_timestamp()
    WHERE g.id = generation AND g.status = 'processing' RETURNING g.* INTO made;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM kongresume.idempotency i WHERE i.generation_id = generation;
    IF made.is_charged THEN
        PERFORM kongresume.release_credit(made.user_id, generation, made.claimed_month);
    END IF;
    IF NOT keeps THEN
        DELETE FROM kongresume.generations g WHERE g.id = generation;
    END IF;
    RETURN true;
END $$;

-- Forgets a generation of an account: record, PDF, and the answer that a repeated request would get. The ledger stays, and
-- so does the idempotency key, so that the repeated request does not make and charge what its owner did away with.
CREATE FUNCTION kongresume.forget_generation(generation text, account uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM kongresume.generations g WHERE g.id = generation AND g.user_id = account FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM kongresume.release_generation(generation, 'deleted', true);
    UPDATE kongresume.idempotency i SET headers = NULL, body = NULL WHERE i.generation_id = generation;
    DELETE FROM kongresume.generations g WHERE g.id = generation;
    RETURN true;
END $$;

-- Says that a server lives, and ends what servers that are gone have left. Returns how many generations that were.
CREATE FUNCTION kongresume.give_sign_of_life(server uuid, is_alone boolean) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    left_behind text;
    ended integer := 0;
BEGIN
    INSERT INTO kongresume.servers (id) VALUES (server) ON CONFLICT (id) DO UPDATE SET seen_at = now();
    -- Three missed signs, and some: a pause of the machine is no death.
    DELETE FROM kongresume.servers s
    WHERE s.id <> server AND (s.seen_at <= now() - interval '20 seconds' OR is_alone);
    FOR left_behind IN
        SELECT g.id FROM kongresume.generations g
        WHERE g.status = 'processing' AND NOT EXISTS (SELECT FROM kongresume.servers s WHERE s.id = g.server_id)
        -- What is locked is being settled or ended just now; the next sign of life sees what became of it.
        ORDER BY g.id FOR UPDATE SKIP LOCKED
    LOOP
        IF kongresume.release_generation(left_behind, 'interrupted', true) THEN
            ended := ended + 1;
        END IF;
    END LOOP;
    DELETE FROM kongresume.idempotency i
    WHERE i.status IS NULL AND i.generation_id IS NULL
        AND NOT EXISTS (SELECT FROM kongresume.servers s WHERE s.id = i.server_id);
    DELETE FROM kongresume.idempotency i WHERE i.status IS NOT NULL AND i.expires_at <= now();
    RETURN ended;
END $$;
