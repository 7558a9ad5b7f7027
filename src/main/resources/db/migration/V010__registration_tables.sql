create table registrations (
    version bigint not null default 0,
    id             text primary key,
    tpp            text        not null references tpps (id),
    bank           text        not null,
    branch         text,
    environment    text        not null,
    application    text        not null,
    standing       text        not null,
    method         text        not null,
    health         text        not null,
    -- why it is degraded
    health_note    text,
    asked          text[]      not null,
    granted        text[]      not null,
    effective_from timestamptz,
    onboarding     text,
    -- the TPP's agent or customer, if not the TPP itself
    made_for       text,
    -- whether something of it exists at the bank: NOTHING, EXISTS, or CLEARED away by somebody
    at_bank        text        not null default 'NOTHING',
    unique_by      text,
    unique_value   text,
    -- since when what it is made with is used at the bank
    used_at        timestamptz,
    created_at     timestamptz not null,
    changed_at     timestamptz not null
);
create trigger registrations_changed before update on registrations for each row execute function count_change();

-- without a branch that registers by itself, the bank as a whole is the one that does
create unique index one_active_registration on registrations (tpp, bank, coalesce(branch, ''), environment, application)
    where standing in ('ACTIVE', 'SUSPENDED');
create unique index one_open_registration on registrations (tpp, bank, coalesce(branch, ''), environment, application)
    where standing in ('NOT_STARTED', 'IN_PROGRESS');
-- some banks take a certificate, a name or an account once ever, even after a withdrawal
create index registrations_made_with on registrations (unique_by, unique_value text_pattern_ops, bank, environment)
    where unique_value is not null;
create index registrations_by_age on registrations (created_at desc, id desc);
create index registrations_held on registrations (tpp, bank, environment, standing, health) include (id) where standing in ('ACTIVE', 'SUSPENDED');
-- for walking from one bank to the next without a look at each registration
create index registrations_at_banks on registrations (bank, environment, standing) where standing in ('ACTIVE', 'SUSPENDED');
create index registrations_by_onboarding on registrations (onboarding);

-- From when each service that was granted may be used; null for at once.
create table service_grants (
    registration   text        not null references registrations (id),
    service        text        not null,
    effective_from timestamptz,
    -- whether it is still to be proven once it may be used
    to_prove       boolean     not null default false,
    primary key (registration, service)
);

create table credentials (
    id           bigint generated always as identity primary key,
    registration text        not null references registrations (id),
    name         text        not null,
    kind         text        not null,
    -- the services that it is for; none for all
    services     text[]      not null default '{}',
    secret_name  text,
    value        text,
    state        text        not null,
    expires_at   timestamptz,
    issued_at    timestamptz not null,
    changed_at   timestamptz not null,
    check (secret_name is null or value is null)
);

-- one that has proven itself stays beside a newer one until that has proven itself, too
create unique index one_current_credential on credentials (registration, name, state) where state in ('ISSUED', 'USABLE');

create index credentials_of_registration on credentials (registration);
create index credentials_ending on credentials (expires_at) include (registration, name) where state in ('ISSUED', 'USABLE') and expires_at is not null;

create table access_proofs (
    id           bigint generated always as identity primary key,
    registration text        not null references registrations (id),
    service      text        not null,
    level        text        not null,
    controlled   boolean     not null,
    proven_at    timestamptz not null
);

create index access_proofs_by_registration on access_proofs (registration, id desc);

-- What was told of a registration that existed before us, and what becomes of proving it.
create table adoptions (
    registration  text   primary key references registrations (id),
    -- as it was named, also where it does not register by itself
    branch        text,
    registered_on date,
    live_since    date,
    means         text,
    made_by       text,
    certificates  text[] not null,
    redirect_uris text[] not null,
    adopted_by    text   not null,
    -- WANTED, BEGUN, NOT_BEGUN, LATER
    proof         text   not null,
    proof_note    text,
    -- how often it was begun in vain, and when that is tried again
    tries         int    not null default 0,
    next_try      timestamptz
);

create index adoptions_to_prove on adoptions (registration) where proof = 'WANTED';

-- Files of registrations that were looked through and wait for a person to have them taken in; their text is in the vault.
create table adoption_files (
    id    text        primary key,
    actor text        not null,
    at    timestamptz not null
);

-- The checks of access that somebody has asked for or that were due, the latest few of each registration.
create table verifications (
    id           text        primary key,
    registration text        not null references registrations (id),
    state        text        not null check (state in ('RUNNING', 'PROVEN', 'FAILED', 'NO_ANSWER', 'STARTED', 'CUT_OFF')),
    -- what came of it, without secrets
    said         text,
    begun_by     text        not null,
    begun_at     timestamptz not null,
    moved_at     timestamptz not null,
    ended_at     timestamptz,
    -- how many steps it has, at which of them it is, and what that is
    steps        int         not null,
    at_step      int         not null default 0,
    doing        text
);
create unique index one_running_verification on verifications (registration) where state = 'RUNNING';
create index verifications_by_registration on verifications (registration, begun_at desc);

create table verification_steps (
    verification text        not null references verifications (id) on delete cascade,
    registration text        not null references registrations (id),
    number       int         not null,
    what         text        not null,
    begun_at     timestamptz,
    ended_at     timestamptz,
    came         text,
    evidence     bigint[]    not null,
    primary key (verification, number)
);
