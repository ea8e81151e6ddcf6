-- Who may do what, and how much of it.

-- A user's id is a UUID, so that Supabase's auth.users.id fits.
CREATE TABLE kongresume.users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- A key is known by its SHA-256 alone.
CREATE TABLE kongresume.api_keys (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES kongresume.users (id) ON DELETE CASCADE,
    sha256 bytea NOT NULL UNIQUE CHECK (length(sha256) = 32),
    name text NOT NULL,
    -- For a person to recognise it: kr_live_…AbC1.
    hint text NOT NULL,
    mode text NOT NULL CHECK (mode IN ('live', 'test')),
    scopes text[] NOT NULL DEFAULT '{read,write}' CHECK (scopes <@ '{read,write}'),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz
);
CREATE INDEX api_keys_by_user ON kongresume.api_keys (user_id, created_at);

-- The document as the person wrote it; JSON pointers into it stay true.
CREATE TABLE kongresume.profiles (
    user_id uuid PRIMARY KEY REFERENCES kongresume.users (id) ON DELETE CASCADE,
    document text NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- granted = remaining + claimed + spent holds by construction: remaining is what is left, and it cannot be negative.
CREATE TABLE kongresume.credits (
    user_id uuid PRIMARY KEY REFERENCES kongresume.users (id) ON DELETE CASCADE,
    granted bigint NOT NULL DEFAULT 0 CHECK (granted >= 0),
    claimed bigint NOT NULL DEFAULT 0 CHECK (claimed >= 0),
    spent bigint NOT NULL DEFAULT 0 CHECK (spent >= 0),
    remaining bigint GENERATED ALWAYS AS (granted - claimed - spent) STORED CHECK (remaining >= 0)
);
