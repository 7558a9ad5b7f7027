create table tpps (
    id         text primary key,
    profile    jsonb       not null,
    changed_at timestamptz not null,
    -- how often it was changed, so that nobody overwrites what they have not seen
    version    bigint      not null default 1
);

create table tpp_documents (
    tpp        text        not null references tpps (id),
    name       text        not null,
    kind       text        not null,
    file_name  text        not null,
    media_type text        not null,
    content    bytea       not null,
    expires_on date,
    kept_at    timestamptz not null,
    kept_by    text        not null,
    primary key (tpp, name)
);
