create table users (
    name         text        primary key,
    password     text        not null,
    roles        text[]      not null,
    created_at   timestamptz not null,
    signed_in_at timestamptz,
    disabled_at  timestamptz,
    failures     int         not null default 0,
    locked_until timestamptz
);

-- Tokens of machines. The token itself is 256 random bits, so a plain hash of it can be looked up and tells nothing.
-- The scope says whose credentials a gateway may see: ids of registrations or TPPs, and without any none.
create table api_tokens (
    name       text        primary key,
    sha256     text        not null unique,
    roles      text[]      not null,
    scope      text[]      not null default '{}',
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz,
    used_at    timestamptz,
    revoked_at timestamptz
);
