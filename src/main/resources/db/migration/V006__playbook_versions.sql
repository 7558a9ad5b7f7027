-- Every version of a playbook that was ever in use, since onboardings stay with the version they began with.
create table playbook_versions (
    bank          text        not null,
    hash          text        not null check (hash ~ '^[0-9a-f]{64}$'),
    source        text        not null,
    content       text        not null,
    -- the version that is used when a file has become unreadable is the one with the latest time
    last_used_at  timestamptz not null default now(),
    primary key (bank, hash)
);
create index playbook_versions_by_last_use on playbook_versions (bank, last_used_at desc);

-- Banks that a person has named since nothing was known of them, so that they can be started by hand.
create table named_banks (
    bank      text        primary key,
    name      text        not null,
    country   text        not null check (country ~ '^[A-Z]{2}$'),
    portal    text,
    named_by  text        not null,
    named_at  timestamptz not null default now(),
    -- how often what was said of it was corrected, and by whom and when last
    version       bigint      not null default 0,
    corrected_by  text,
    corrected_at  timestamptz
);
