create table portal_accounts (
    version       bigint      not null default 0,
    tpp           text        not null,
    portal        text        not null,
    environment   text        not null,
    login         text        not null,
    password_name text        not null,
    second_factor text,
    last_code_step bigint,
    owner         text        not null,
    created_at    timestamptz not null,
    last_log_in   timestamptz,
    expires_at    timestamptz,
    adopted       boolean     not null default false,
    primary key (tpp, portal, environment)
);
create index portal_accounts_ending on portal_accounts (expires_at) where expires_at is not null;
-- a log-in and a code that is given are no changes
create trigger portal_accounts_changed before update of login, password_name, second_factor, owner, expires_at on portal_accounts for each row execute function count_change();
comment on table portal_accounts is 'An account of a TPP at a portal, shared by the banks of a group';
comment on column portal_accounts.password_name is 'The name under which the vault keeps the password';
comment on column portal_accounts.second_factor is 'The name under which the vault keeps the seed of one-time codes';
comment on column portal_accounts.last_code_step is 'The time step (RFC 6238) of the last one-time code that was taken to be entered';

create table accepted_terms (
    tpp         text        not null,
    portal      text        not null,
    environment text        not null,
    document    text        not null,
    sha256      text        not null,
    evidence    bigint      not null,
    agreed_by   text,
    agreed_at   timestamptz,
    accepted_at timestamptz,
    primary key (tpp, portal, environment, document, sha256),
    check (agreed_by is not null or accepted_at is not null)
);
comment on table accepted_terms is 'Which terms of a portal a TPP has accepted, or may accept because a person has agreed to them';
comment on column accepted_terms.document is 'How the playbook finds the terms';
