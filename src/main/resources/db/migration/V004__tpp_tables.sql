create table tpps (
    id         text primary key,
    profile    jsonb       not null,
    changed_at timestamptz not null
);

create table tpp_documents (
    tpp        text        not null references tpps (id),
    name       text        not null,
    file_name  text        not null,
    media_type text        not null,
    content    bytea       not null,
    kept_at    timestamptz not null,
    primary key (tpp, name)
);
