-- What shows that something was done. A body may be erased, which leaves a tombstone; nothing else ever changes.
create table evidence (
    id         bigint      generated always as identity primary key,
    chain      text        not null,
    kind       text        not null,
    media_type text        not null,
    sha256     text        not null,
    size       bigint      not null,
    body       bytea,
    at         timestamptz not null,
    erased_at  timestamptz,
    constraint evidence_is_kept_or_erased check ((body is null) = (erased_at is not null))
);

create index evidence_by_age on evidence (at) where body is not null;

-- The head of each chain; its row is locked while an entry is appended, which keeps one chain one chain.
create table journal_chains (
    chain    text   primary key,
    position bigint not null,
    hash     text   not null,
    sealed   bigint not null default 0
);

create index journal_chains_unsealed on journal_chains (chain) where sealed < position;

create table journal_entries (
    chain    text        not null,
    position bigint      not null,
    at       timestamptz not null,
    actor    text        not null,
    name     text        not null,
    leg      text,
    means    text,
    detail   text,
    evidence bigint[]    not null,
    hash     text        not null,
    primary key (chain, position)
);

-- What an auditor looks by, newest first. Only the beginning of a long detail is looked through: PostgreSQL takes 1 MB of words at most.
create index journal_entries_by_time on journal_entries (at, chain, position);
create index journal_entries_by_actor on journal_entries (actor, at, chain, position);
create index journal_entries_by_act on journal_entries (name, at, chain, position);
-- Few of very many entries are about a TPP or the house.
create index journal_entries_of_tpps on journal_entries (at, chain, position) where chain like 'tpp:%';
create index journal_entries_of_house on journal_entries (at, chain, position) where chain = 'portolan';
create index journal_entries_by_words on journal_entries using gin (to_tsvector('simple', left(coalesce(detail, ''), 20000)));

-- A seal covers the heads of all chains that moved since the seal before it.
create table journal_seals (
    position bigint      primary key,
    at       timestamptz not null,
    hash     text        not null
);

create table journal_seal_heads (
    seal     bigint not null references journal_seals deferrable initially deferred,
    chain    text   not null,
    position bigint not null,
    hash     text   not null,
    primary key (seal, chain)
);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger journal_entries_append_only before update or delete or truncate on journal_entries
    for each statement execute function journal_is_append_only();
create trigger journal_seals_append_only before update or delete or truncate on journal_seals
    for each statement execute function journal_is_append_only();
create trigger journal_seal_heads_append_only before update or delete or truncate on journal_seal_heads
    for each statement execute function journal_is_append_only();
create trigger evidence_stays before delete or truncate on evidence
    for each statement execute function journal_is_append_only();

create function evidence_is_only_erased() returns trigger language plpgsql as $$
begin
    if new.body is not null or old.body is null
            or (new.id, new.chain, new.kind, new.media_type, new.sha256, new.size, new.at)
               is distinct from (old.id, old.chain, old.kind, old.media_type, old.sha256, old.size, old.at) then
        raise exception 'evidence may be erased, not changed';
    end if;
    return new;
end $$;

create trigger evidence_only_erased before update on evidence
    for each row execute function evidence_is_only_erased();

-- One field of what is hashed: its length in bytes, a colon, the text; a hyphen for none. No two lists of fields give the same bytes.
create function journal_field(field text) returns text immutable parallel safe language sql
    return coalesce(octet_length(field) || ':' || field, '-');

create function journal_micros(at timestamptz) returns text immutable parallel safe language sql
    return ((extract(epoch from at) * 1000000)::bigint)::text;

create function journal_sha256(content text) returns text immutable parallel safe language sql
    return encode(sha256(convert_to(content, 'UTF8')), 'hex');

-- Appends an entry in one round trip. JournalHash computes the same hash when a chain is verified.
create function journal_append(to_chain text, written_at timestamptz, by_actor text, act text, in_leg text, by_means text,
                               detail text, evidence_ids bigint[])
    returns table (new_position bigint, new_hash text) language plpgsql as $$
declare
    head journal_chains%rowtype;
    shown text;
    found_evidence int;
begin
    select * into head from journal_chains c where c.chain = to_chain for update;
    if not found then
        insert into journal_chains (chain, position, hash) values (to_chain, 0, '') on conflict do nothing;
        select * into head from journal_chains c where c.chain = to_chain for update;
    end if;

    select count(*), coalesce(string_agg(journal_field(e.id::text) || journal_field(e.sha256), '' order by given.place), '')
      into found_evidence, shown
      from unnest(evidence_ids) with ordinality as given(id, place) join evidence e on e.id = given.id;
    if found_evidence <> cardinality(evidence_ids) then
        raise exception 'there is no evidence of one of the ids %', evidence_ids;
    end if;

    new_position := head.position + 1;
    new_hash := journal_sha256(journal_field(head.hash) || journal_field(new_position::text)
        || journal_field(journal_micros(written_at)) || journal_field(to_chain) || journal_field(by_actor)
        || journal_field(act) || journal_field(in_leg) || journal_field(by_means) || journal_field(journal_append.detail)
        || journal_field(found_evidence::text) || shown);

    insert into journal_entries (chain, position, at, actor, name, leg, means, detail, evidence, hash)
    values (to_chain, new_position, written_at, by_actor, act, in_leg, by_means, journal_append.detail, evidence_ids, new_hash);
    update journal_chains c set position = new_position, hash = new_hash where c.chain = to_chain;
    return next;
end $$;

-- Seals the heads that moved; one that is being appended to just now is left for the next seal. Gives the seal, or none.
create function journal_seal(sealed_at timestamptz)
    returns table (new_position bigint, new_hash text) language plpgsql as $$
declare
    last journal_seals%rowtype;
    heads text;
begin
    perform pg_advisory_xact_lock(hashtext('journal_seals'));
    select * into last from journal_seals s order by s.position desc limit 1;
    new_position := coalesce(last.position, 0) + 1;

    insert into journal_seal_heads (seal, chain, position, hash)
    select new_position, c.chain, c.position, c.hash from journal_chains c where c.sealed < c.position for update skip locked;
    if found then
        select string_agg(journal_field(h.chain) || journal_field(h.position::text) || journal_field(h.hash), '' order by h.chain collate "C")
          into heads from journal_seal_heads h where h.seal = new_position;
        new_hash := journal_sha256(journal_field(coalesce(last.hash, '')) || journal_field(new_position::text)
            || journal_field(journal_micros(sealed_at)) || heads);
        insert into journal_seals (position, at, hash) values (new_position, sealed_at, new_hash);
        update journal_chains c set sealed = h.position from journal_seal_heads h where h.seal = new_position and h.chain = c.chain;
        return next;
    end if;
end $$;
