-- Row level security on every table. Nobody sees a row by owning the tables: a transaction takes one of two roles first.
--
--   kongresume_request   a request: the rows of the user that `kongresume.user_id` names, and no others
--   kongresume_service   signs of life, the audit, the operator's commands: every row
--
-- Neither can log in, so that all of this holds for whoever the server connects as, and through a pooler.

DO $$
DECLARE
    name text;
    -- From PostgreSQL 16 on, being a member and being allowed to become are two things.
    privilege text := CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
    FOREACH name IN ARRAY ARRAY['kongresume_request', 'kongresume_service'] LOOP
        -- Roles belong to the whole cluster: another database's server may have made them, or be about to.
        IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;
            END;
        END IF;
        IF NOT pg_has_role(current_user, name, privilege) THEN
            EXECUTE format('GRANT %I TO %I', name, current_user);
        END IF;
    END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE EXCEPTION USING
        ERRCODE = 'insufficient_privilege',
        MESSAGE = format('%s. Have an administrator run: CREATE ROLE kongresume_request NOLOGIN NOINHERIT; '
            'CREATE ROLE kongresume_service NOLOGIN NOINHERIT; GRANT kongresume_request, kongresume_service TO %I',
            SQLERRM, current_user);
END $$;

GRANT USAGE ON SCHEMA kongresume TO kongresume_request, kongresume_service;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA kongresume FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA kongresume TO kongresume_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA kongresume TO kongresume_service;
REVOKE ALL ON kongresume.migrations FROM kongresume_service;

-- What a request may call: not the functions that reach for every account.
GRANT EXECUTE ON FUNCTION
    kongresume.month_of, kongresume.begin_month, kongresume.lock_credits, kongresume.current_credits,
    kongresume.claim_credit, kongresume.release_credit, kongresume.find_key, kongresume.claim_key, kongresume.settle_key,
    kongresume.begin_generation, kongresume.settle_generation, kongresume.release_generation, kongresume.forget_generation
TO kongresume_request;
GRANT SELECT ON kongresume.users, kongresume.plans TO kongresume_request;
GRANT SELECT, INSERT, UPDATE (revoked_at) ON kongresume.api_keys TO kongresume_request;
GRANT SELECT, INSERT, UPDATE ON kongresume.profiles TO kongresume_request;
GRANT SELECT, UPDATE ON kongresume.credits TO kongresume_request;
GRANT SELECT, INSERT ON kongresume.credit_entries, kongresume.pdfs TO kongresume_request;
GRANT SELECT, INSERT, UPDATE, DELETE ON kongresume.generations, kongresume.idempotency TO kongresume_request;

-- find_key looks past the policies as kongresume_service does. To own it, that role must be allowed to create, for a moment.
GRANT CREATE ON SCHEMA kongresume TO kongresume_service;
ALTER FUNCTION kongresume.find_key OWNER TO kongresume_service;
REVOKE CREATE ON SCHEMA kongresume FROM kongresume_service;

DO $$
DECLARE
    name text;
    -- A setting that was set once in a session is '' afterwards, not NULL.
    tenant text := $q$nullif(current_setting('kongresume.user_id', true), '')::uuid$q$;
BEGIN
    FOR name IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'kongresume'::regnamespace AND c.relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE kongresume.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE kongresume.%I FORCE ROW LEVEL SECURITY', name);
        -- By name, because a policy for a role also serves those who may become it, before they do.
        EXECUTE format(
            'CREATE POLICY service ON kongresume.%I TO kongresume_service USING (current_user = %L)',
            name, 'kongresume_service');
    END LOOP;
    FOREACH name IN ARRAY ARRAY['api_keys', 'profiles', 'credits', 'credit_entries', 'generations', 'pdfs', 'idempotency']
    LOOP
        EXECUTE format('CREATE POLICY tenant ON kongresume.%I TO kongresume_request USING (user_id = %s)', name, tenant);
    END LOOP;
    EXECUTE format('CREATE POLICY tenant ON kongresume.users TO kongresume_request USING (id = %s)', tenant);
END $$;
CREATE POLICY everybody ON kongresume.plans FOR SELECT TO kongresume_request USING (true);
-- Whoever brings the schema up to date reads and writes what was applied, and nothing else as itself.
CREATE POLICY owner ON kongresume.migrations TO CURRENT_USER USING (true);
