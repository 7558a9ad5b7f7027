-- Secrets, each encrypted with a data key of its own, which is encrypted with a master key that is not in the database.
create table vault_secrets (
    name        text        primary key,
    tpp         text        not null,
    master_key  text        not null,
    wrapped_key bytea       not null,
    body        bytea       not null,
    kept_at     timestamptz not null,
    uses        bigint      not null default 0,
    used_at     timestamptz
);

create index vault_secrets_by_master_key on vault_secrets (master_key);

-- A known text encrypted with each master key in use: a node that cannot decrypt it has another key and must not start.
create table vault_key_checks (
    master_key text        primary key,
    proof      bytea       not null,
    made_at    timestamptz not null
);
