-- Plans with a monthly allowance, and a ledger of every credit that moved.

CREATE TABLE kongresume.plans (
    id text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
    allowance bigint NOT NULL CHECK (allowance BETWEEN 0 AND 1000000000)
);
-- What an account has that was given no other: nothing each month, and what is granted on top.
INSERT INTO kongresume.plans (id, allowance) VALUES ('prepaid', 0);

-- An account's month, [starts_at, ends_at), in UTC. Counted from the anchor, not from the month before, so that an anchor on
-- the 31st comes back to the 31st after a February; date arithmetic takes the last day of months that are shorter.
CREATE FUNCTION kongresume.month_of(
    anchor timestamptz, moment timestamptz, OUT starts_at timestamptz, OUT ends_at timestamptz
) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    origin timestamp := anchor AT TIME ZONE 'UTC';
    instant timestamp := moment AT TIME ZONE 'UTC';
    months integer := (extract(year FROM instant) - extract(year FROM origin)) * 12
        + extract(month FROM instant) - extract(month FROM origin);
BEGIN
    IF origin + make_interval(months => months) > instant THEN
        months := months - 1;
    END IF;
    starts_at := (origin + make_interval(months => months)) AT TIME ZONE 'UTC';
    ends_at := (origin + make_interval(months => months + 1)) AT TIME ZONE 'UTC';
END $$;

ALTER TABLE kongresume.credits
    ADD COLUMN plan_id text NOT NULL DEFAULT 'prepaid' REFERENCES kongresume.plans (id),
    -- What the current month began with, and what is left of it: the part of `remaining` that expires.
    ADD COLUMN allowance bigint NOT NULL DEFAULT 0 CHECK (allowance >= 0),
    ADD COLUMN allowance_left bigint NOT NULL DEFAULT 0,
    ADD COLUMN anchor timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN month_starts_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN resets_at timestamptz NOT NULL DEFAULT (kongresume.month_of(now(), now())).ends_at,
    ADD CONSTRAINT allowance_is_part_of_remaining CHECK (allowance_left BETWEEN 0 AND granted - claimed - spent);

UPDATE kongresume.credits c SET anchor = u.created_at, month_starts_at = m.starts_at, resets_at = m.ends_at
FROM kongresume.users u, kongresume.month_of(u.created_at, now()) m WHERE u.id = c.user_id;

-- The month whose allowance a claim was taken from; NULL: from what was granted on top.
ALTER TABLE kongresume.generations ADD COLUMN claimed_month timestamptz;

CREATE TABLE kongresume.credit_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES kongresume.users (id) ON DELETE CASCADE,
    --            granted  remaining  claimed  spent
    -- grant         +         +
    -- allowance     +         +
    -- expire        -         -
    -- claim                   -         +
    -- release                 +         -
    -- spend                             -       +
    kind text NOT NULL CHECK (kind IN ('grant', 'allowance', 'expire', 'claim', 'release', 'spend')),
    amount bigint NOT NULL CHECK (amount > 0),
    -- No foreign key: the ledger outlives what it was paid for.
    generation_id text COLLATE "C",
    note text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((generation_id IS NOT NULL) = (kind IN ('claim', 'release', 'spend')))
);
CREATE INDEX credit_entries_by_user ON kongresume.credit_entries (user_id, id);
-- A generation is claimed for once, and what was claimed is given back or spent, once.
CREATE UNIQUE INDEX credit_entries_once ON kongresume.credit_entries (generation_id, (kind = 'claim'))
    WHERE generation_id IS NOT NULL;

-- What moved before there was a ledger.
INSERT INTO kongresume.credit_entries (user_id, kind, amount, note)
SELECT user_id, 'grant', granted, 'opening balance' FROM kongresume.credits WHERE granted > 0;
INSERT INTO kongresume.credit_entries (user_id, kind, amount, generation_id, created_at)
SELECT user_id, 'claim', 1, id, created_at FROM kongresume.generations
WHERE is_charged AND status IN ('processing', 'completed') ORDER BY id;
INSERT INTO kongresume.credit_entries (user_id, kind, amount, generation_id, created_at)
SELECT user_id, 'spend', 1, id, finished_at FROM kongresume.generations
WHERE is_charged AND status = 'completed' ORDER BY id;

-- Ends the account's month, whatever day it is: what is left of its allowance expires and the plan's is granted anew.
CREATE FUNCTION kongresume.begin_month(account uuid) RETURNS kongresume.credits LANGUAGE plpgsql AS $$
DECLARE
    balance kongresume.credits;
BEGIN
    SELECT * INTO STRICT balance FROM kongresume.credits c WHERE c.user_id = account FOR UPDATE;
    IF balance.allowance_left > 0 THEN
        INSERT INTO kongresume.credit_entries (user_id, kind, amount)
        VALUES (account, 'expire', balance.allowance_left);
    END IF;
    UPDATE kongresume.credits c
    SET granted = c.granted - c.allowance_left + p.allowance, allowance = p.allowance, allowance_left = p.allowance,
        month_starts_at = m.starts_at, resets_at = m.ends_at
    FROM kongresume.plans p, kongresume.month_of(balance.anchor, now()) m
    WHERE c.user_id = account AND p.id = c.plan_id
    RETURNING c.* INTO STRICT balance;
    IF balance.allowance > 0 THEN
        INSERT INTO kongresume.credit_entries (user_id, kind, amount)
        VALUES (account, 'allowance', balance.allowance);
    END IF;
    RETURN balance;
END $$;

-- The account's balance, locked, in the month that it is now: nothing resets an allowance but this, when it is looked at.
CREATE FUNCTION kongresume.lock_credits(account uuid) RETURNS kongresume.credits LANGUAGE plpgsql AS $$
DECLARE
    balance kongresume.credits;
BEGIN
    SELECT * INTO STRICT balance FROM kongresume.credits c WHERE c.user_id = account FOR UPDATE;
    IF balance.resets_at <= now() THEN
        balance := kongresume.begin_month(account);
    END IF;
    RETURN balance;
END $$;

-- The same for who only reads: locks nothing unless a month has ended. No row where there is no such account.
CREATE FUNCTION kongresume.current_credits(account uuid) RETURNS SETOF kongresume.credits LANGUAGE plpgsql AS $$
DECLARE
    balance kongresume.credits;
BEGIN
    SELECT * INTO balance FROM kongresume.credits c WHERE c.user_id = account;
    IF FOUND THEN
        IF balance.resets_at <= now() THEN
            balance := kongresume.lock_credits(account);
        END IF;
        RETURN NEXT balance;
    END IF;
END $$;

-- Puts an account on a plan: a new month begins now, and its day is the account's from now on. NULL: no such account.
CREATE FUNCTION kongresume.assign_plan(account uuid, plan text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    balance kongresume.credits;
BEGIN
    UPDATE kongresume.credits c SET plan_id = plan, anchor = now()
    WHERE c.user_id = account AND c.plan_id <> plan;
    IF FOUND THEN
        balance := kongresume.begin_month(account);
        RETURN balance.remaining;
    END IF;
    RETURN (SELECT c.remaining FROM kongresume.current_credits(account) c);
END $$;

-- Grants credits that never expire. NULL: no such account.
CREATE FUNCTION kongresume.grant_credits(account uuid, amount bigint, note text) RETURNS bigint LANGUAGE sql AS $$
    WITH granted AS (
        UPDATE kongresume.credits c SET granted = c.granted + grant_credits.amount
        WHERE c.user_id = account RETURNING c.remaining
    ), entered AS (
        INSERT INTO kongresume.credit_entries (user_id, kind, amount, note)
        SELECT account, 'grant', grant_credits.amount, grant_credits.note FROM granted
    )
    SELECT remaining FROM granted
$$;

-- Takes one credit of a locked balance for a generation: the allowance first, because it expires.
-- Returns the month whose allowance it is of.
CREATE FUNCTION kongresume.claim_credit(balance kongresume.credits, generation text) RETURNS timestamptz
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE kongresume.credits c
    SET claimed = c.claimed + 1, allowance_left = c.allowance_left - (c.allowance_left > 0)::integer
    WHERE c.user_id = balance.user_id;
    INSERT INTO kongresume.credit_entries (user_id, kind, amount, generation_id)
    VALUES (balance.user_id, 'claim', 1, generation);
    RETURN CASE WHEN balance.allowance_left > 0 THEN balance.month_starts_at END;
END $$;

-- Gives a claimed credit back. That of a month which has ended since expires, as it would have unclaimed.
CREATE FUNCTION kongresume.release_credit(account uuid, generation text, claimed_month timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    balance kongresume.credits := kongresume.lock_credits(account);
    is_current boolean := coalesce(claimed_month = balance.month_starts_at, false);
    is_over boolean := coalesce(claimed_month <> balance.month_starts_at, false);
BEGIN
    UPDATE kongresume.credits c
    SET claimed = c.claimed - 1, allowance_left = c.allowance_left + is_current::integer,
        granted = c.granted - is_over::integer
    WHERE c.user_id = account;
    INSERT INTO kongresume.credit_entries (user_id, kind, amount, generation_id)
    VALUES (account, 'release', 1, generation);
    IF is_over THEN
        INSERT INTO kongresume.credit_entries (user_id, kind, amount) VALUES (account, 'expire', 1);
    END IF;
END $$;

-- Every account whose figures do not agree, with what is wrong. Empty, at any moment.
CREATE FUNCTION kongresume.audit_credits() RETURNS TABLE (user_id uuid, email text, fault text)
LANGUAGE sql STABLE AS $$
    WITH ledger AS (
        SELECT e.user_id,
            sum(CASE e.kind WHEN 'grant' THEN amount WHEN 'allowance' THEN amount WHEN 'expire' THEN -amount ELSE 0 END) AS granted,
            sum(CASE e.kind WHEN 'claim' THEN amount WHEN 'release' THEN -amount WHEN 'spend' THEN -amount ELSE 0 END) AS claimed,
            sum(CASE e.kind WHEN 'spend' THEN amount ELSE 0 END) AS spent,
            sum(CASE e.kind
                WHEN 'grant' THEN amount WHEN 'allowance' THEN amount WHEN 'release' THEN amount
                WHEN 'expire' THEN -amount WHEN 'claim' THEN -amount ELSE 0 END) AS remaining
        FROM kongresume.credit_entries e GROUP BY e.user_id
    ), made AS (
        SELECT g.user_id,
            count(*) FILTER (WHERE g.status = 'processing') AS processing,
            count(*) FILTER (WHERE g.status = 'completed' AND s.id IS NULL) AS unpaid,
            count(*) FILTER (WHERE g.status <> 'completed' AND s.id IS NOT NULL) AS paid_for_nothing
        FROM kongresume.generations g
        LEFT JOIN kongresume.credit_entries s ON s.generation_id = g.id AND s.kind = 'spend'
        WHERE g.is_charged GROUP BY g.user_id
    ), ends AS (
        SELECT e.user_id, count(*) AS unclaimed FROM kongresume.credit_entries e
        WHERE e.kind IN ('release', 'spend') AND NOT EXISTS (
            SELECT FROM kongresume.credit_entries c WHERE c.generation_id = e.generation_id AND c.kind = 'claim')
        GROUP BY e.user_id
    )
    SELECT u.id, u.email, f.fault FROM kongresume.users u
    LEFT JOIN kongresume.credits c ON c.user_id = u.id
    LEFT JOIN ledger l ON l.user_id = u.id
    LEFT JOIN made m ON m.user_id = u.id
    LEFT JOIN ends n ON n.user_id = u.id
    CROSS JOIN LATERAL (VALUES
        (c.user_id IS NULL, 'there is no balance'),
        (c.granted <> c.remaining + c.claimed + c.spent, format(
            'granted %s is not remaining %s + claimed %s + spent %s', c.granted, c.remaining, c.claimed, c.spent)),
        (c.granted <> coalesce(l.granted, 0), format('granted %s, by the ledger %s', c.granted, coalesce(l.granted, 0))),
        (c.remaining <> coalesce(l.remaining, 0),
            format('remaining %s, by the ledger %s', c.remaining, coalesce(l.remaining, 0))),
        (c.claimed <> coalesce(l.claimed, 0), format('claimed %s, by the ledger %s', c.claimed, coalesce(l.claimed, 0))),
        (c.spent <> coalesce(l.spent, 0), format('spent %s, by the ledger %s', c.spent, coalesce(l.spent, 0))),
        (c.claimed <> coalesce(m.processing, 0),
            format('claimed %s, generations in process %s', c.claimed, coalesce(m.processing, 0))),
        (m.unpaid > 0, format('%s completed generations without a debit', m.unpaid)),
        (m.paid_for_nothing > 0, format('%s debits for generations that did not complete', m.paid_for_nothing)),
        (n.unclaimed > 0, format('%s credits given back or spent that were never claimed', n.unclaimed))
    ) f (is_wrong, fault)
    WHERE f.is_wrong ORDER BY u.id
$$;
