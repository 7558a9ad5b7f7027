-- counts how often a row was changed, for those who change it by what they have seen of it
create function count_change() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end
$$;

-- counts how often a list of a TPP was changed, of which each entry is written over or taken away as a whole; for the same
create table list_versions (
    list    text   not null,
    tpp     text   not null,
    version bigint not null,
    primary key (list, tpp)
);
create function count_list_change() returns trigger language plpgsql as $$
begin
    insert into list_versions (list, tpp, version) values (tg_argv[0], case tg_op when 'DELETE' then old.tpp else new.tpp end, 1)
        on conflict (list, tpp) do update set version = list_versions.version + 1;
    return null;
end
$$;

create table users (
    version bigint not null default 0,
    name         text        primary key,
    password     text        not null,
    roles        text[]      not null,
    -- those that the user is limited to; empty for all
    tpps         text[]      not null default '{}',
    created_at   timestamptz not null,
    signed_in_at timestamptz,
    disabled_at  timestamptz,
    failures     int         not null default 0,
    locked_until timestamptz
);
create trigger users_changed before update of roles, password, disabled_at on users for each row execute function count_change();

-- How somebody wishes to see pages, by the name by which they sign in; also whom a provider signs in, who is no user here. Null is as the browser has it.
create table looks (
    name text primary key,
    look text check (look in ('light', 'dark')),
    zone text
);

-- What somebody could do whom a provider has signed in, who is no user here: for what is told to them while they are away.
create table known_elsewhere (
    name    text        primary key,
    roles   text[]      not null,
    tpps    text[]      not null,
    seen_at timestamptz not null
);

-- The second factor of a user, whose seed is in the vault. It counts once it is confirmed by a code; of a period no code is taken after one was.
create table second_factors (
    name         text        primary key references users,
    confirmed_at timestamptz,
    last_period  bigint      not null default 0
);

-- What gets a user in once each who has lost the device: 80 random bits each, so that a plain hash tells nothing.
create table recovery_codes (
    name    text not null references second_factors on delete cascade,
    sha256  text not null,
    used_at timestamptz,
    primary key (name, sha256)
);

-- Tokens of machines. The token itself is 256 random bits, so a plain hash of it can be looked up and tells nothing.
-- The scope says whose credentials a gateway may see: ids of registrations or TPPs, and without any none.
create table api_tokens (
    version    bigint      not null default 0,
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
create trigger api_tokens_changed before update of roles, scope, expires_at, revoked_at on api_tokens for each row execute function count_change();

-- Which sessions the provider that signs people in has ended: one by its id there, or all of a person. Each of its tokens counts once.
create table ended_elsewhere (
    token text        primary key,
    sid   text,
    sub   text,
    at    timestamptz not null
);
create index ended_elsewhere_by_session on ended_elsewhere (sid);
create index ended_elsewhere_by_person on ended_elsewhere (sub) where sid is null;
create index ended_elsewhere_by_age on ended_elsewhere (at);

-- Requests for a second person, and what became of them. What is asked is kept as it was asked; a secret is never in it.
create table approvals (
    id            text        primary key,
    deed          text        not null,
    act           text        not null,
    object        text        not null,
    parameters    jsonb       not null,
    tpp           text        not null,
    chain         text        not null,
    title         text        not null,
    consequence   text        not null,
    link          text,
    facts         jsonb       not null,
    version       text        not null,
    evidence      bigint[]    not null default '{}',
    digest        text        not null,
    reason        text        not null,
    requested_by  text        not null,
    -- the person behind it: of a token whoever has made it
    requested_for text        not null,
    requested_at  timestamptz not null,
    state         text        not null,
    decided_by    text,
    decided_at    timestamptz,
    decision      text,
    expires_at    timestamptz not null,
    by_itself     boolean     not null,
    ended_at      timestamptz,
    note          text,
    -- whether nothing more follows from it
    settled       boolean     not null default false
);
create unique index approvals_asked_once on approvals (deed, object, requested_for) where state = 'WAITING';
create index approvals_newest on approvals (requested_at desc, id desc);
create index approvals_waiting on approvals (requested_at desc, id desc) where state = 'WAITING';
create index approvals_over on approvals (requested_at desc, id desc) where state <> 'WAITING';
create index approvals_of_person on approvals (requested_for, requested_at desc, id desc);
create index approvals_of_object on approvals (object, requested_at desc);
create index approvals_unsettled on approvals (requested_at) where not settled;

-- Forms of pages that were sent, by a hash of all that they say, so that the same one sent again is done once. The location is null while it is being done.
create table sent_forms (
    form     text        primary key,
    sent_at  timestamptz not null,
    location text
);
create index sent_forms_by_time on sent_forms (sent_at);
