-- Rehearsals that somebody has asked this installation for; what they walked was thrown away, only what they told is kept.
create table rehearsals (
    id         text        primary key,
    bank       text        not null,
    version    text        not null check (version ~ '^[0-9a-f]{64}$'),
    state      text        not null check (state in ('RUNNING', 'CLEAN', 'WRONG', 'CUT_OFF')),
    told       text        not null default '',
    begun_by   text        not null,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    -- how far it is: how many legs of how many were tried, and what was tried last
    done       int         not null default 0,
    legs       int         not null default 0,
    latest     text        not null default ''
);
create index rehearsals_by_version on rehearsals (bank, version, ended_at desc) where state = 'CLEAN';
create index rehearsals_by_begin on rehearsals (begun_at);
