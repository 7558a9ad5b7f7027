create table certificates (
    id          text primary key,
    tpp         text        not null references tpps (id),
    kind        text        not null check (kind in ('QWAC', 'QSEALC', 'OBWAC', 'OBSEAL')),
    environment text        not null check (environment in ('test', 'live') or environment like '__-%/%'),
    label       text        not null,
    chain_pem   text        not null,
    sha256      text        not null,
    not_before  timestamptz not null,
    not_after   timestamptz not null,
    taken_at    timestamptz not null,
    retired_at  timestamptz,
    unique (tpp, kind, environment, sha256)
);
