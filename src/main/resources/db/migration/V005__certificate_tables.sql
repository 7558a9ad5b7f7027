create table certificates (
    id          text primary key,
    tpp         text        not null references tpps (id),
    kind        text        not null check (kind in ('QWAC', 'QSEALC', 'OBWAC', 'OBSEAL')),
    environment text        not null check (environment in ('test', 'live') or environment like '__-%/%'),
    -- the bank that has supplied it for its own sandbox
    bank        text,
    label       text        not null,
    chain_pem   text        not null,
    sha256      text        not null,
    key_sha256  text        not null,
    -- as people look for it: the serial number in hexadecimal, and the subject
    serial      text,
    subject     text,
    -- the certificate or request under whose name the vault keeps the private key; null where it is not here
    key_holder  text,
    not_before  timestamptz not null,
    not_after   timestamptz not null,
    taken_at    timestamptz not null,
    retired_at  timestamptz,
    check (bank is null or environment <> 'live'),
    unique (tpp, kind, environment, sha256)
);

create index certificates_by_key on certificates (key_sha256);
create index certificates_by_end on certificates ((retired_at is not null), not_after, id);

-- Requests for certificates; the private key is in the vault from before the request is shown.
create table certificate_requests (
    id          text primary key,
    tpp         text        not null references tpps (id),
    kind        text        not null check (kind in ('QWAC', 'QSEALC', 'OBWAC', 'OBSEAL')),
    environment text        not null check (environment in ('test', 'live')),
    label       text        not null,
    subject     text        not null,
    key_type    text        not null,
    request_pem text        not null,
    key_sha256  text        not null unique,
    made_at     timestamptz not null,
    -- the certificate that was issued for it
    certificate text        references certificates (id)
);

create index certificate_requests_by_tpp on certificate_requests (tpp, made_at desc);
create index certificate_requests_by_age on certificate_requests ((certificate is not null), made_at desc, id);

-- Which certificate is used where somebody has said so; bank is empty for the default of all banks.
create table certificate_choices (
    tpp         text        not null references tpps (id),
    environment text        not null,
    kind        text        not null,
    bank        text        not null default '',
    certificate text        not null references certificates (id),
    chosen_at   timestamptz not null,
    primary key (tpp, environment, kind, bank)
);

create trigger certificate_choices_changed after insert or update or delete on certificate_choices for each row execute function count_list_change('certificate-choices');
create index certificate_choices_by_certificate on certificate_choices (certificate);

-- What of ours a bank was given or shown: a certificate, or a redirect URI.
create table identity_uses (
    onboarding   text,
    -- instead, where it was made before us and taken in
    registration text,
    tpp          text        not null,
    bank         text        not null,
    environment  text        not null,
    certificate  text        references certificates (id),
    redirect_uri text,
    -- tls, signature or value, by which it was written into a form, a letter or a request
    manner       text        not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    check ((certificate is null) <> (redirect_uri is null)),
    check ((onboarding is null) <> (registration is null))
);

create unique index identity_uses_once on identity_uses (coalesce(onboarding, ''), coalesce(registration, ''), coalesce(certificate, ''),
    coalesce(redirect_uri, ''), manner);
create index identity_uses_by_certificate on identity_uses (certificate) where certificate is not null;
create index identity_uses_by_redirect_uri on identity_uses (redirect_uri, tpp, last_at desc) where redirect_uri is not null;
