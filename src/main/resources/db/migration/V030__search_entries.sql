-- What is found by words: a row for each thing that has a page, written by triggers of the tables that own the things, so that it is never behind them.
-- Nothing secret is in it: values of credentials only where they are none that the vault keeps.
create table search_entries (
    kind  text        not null,
    -- as the address of its page has it
    id    text        not null,
    -- whose it is; null where it is of the house
    tpp   text,
    bank  text,
    title text        not null,
    note  text,
    at    timestamptz not null,
    words tsvector    not null,
    primary key (kind, id)
);
-- A short list of what is not in the index yet, since each search reads all of it.
create index search_entries_by_words on search_entries using gin (words) with (gin_pending_list_limit = 256);
-- Words that very many have are looked for among the newest.
create index search_entries_newest on search_entries (kind, at desc, id);

-- Case and accents count for nothing; io.portolan.database.Words does the same with what is typed.
create function search_plain(text text) returns text immutable parallel safe language sql
    return replace(translate(lower(case when getdatabaseencoding() = 'UTF8' then regexp_replace(normalize(text, NFD), '[\u0300-\u036f]', '', 'g') else text end),
                             'łøđ', 'lod'), 'ß', 'ss');

-- Each word as it stands, and its parts; of long ones the beginning, since an index takes no more of one than 2 kB.
create function search_words(text text) returns tsvector immutable parallel safe language sql
    return (select array_to_tsvector(coalesce(array_agg(left(word, 100)), '{}'))
            from search_plain(left(coalesce(text, ''), 2000)) as plain,
                 unnest(string_to_array(translate(plain, E'\t\r\n', '   '), ' ') || string_to_array(regexp_replace(plain, '[^[:alnum:]]+', ' ', 'g'), ' ')) as word
            where word <> '');

-- What no text has, since it begins with a space: of which kind, whose and of which bank an entry is, and words that are not taken apart.
create function search_marks(kind text, tpp text, bank text, variadic whole text[]) returns tsvector immutable parallel safe language sql
    return array_to_tsvector(array_remove(array[' kind:' || kind, ' tpp:' || coalesce(tpp, ''), ' bank:' || bank]
        || (select array_agg(lower(left(word, 200))) from unnest(whole) as word where word <> ''), null));

create function search_put(kind text, id text, tpp text, bank text, title text, note text, at timestamptz, words tsvector) returns void language sql
begin atomic
    insert into search_entries values (kind, id, tpp, bank, title, note, at, words)
    on conflict on constraint search_entries_pkey do update
        set tpp = excluded.tpp, bank = excluded.bank, title = excluded.title, note = excluded.note, at = excluded.at, words = excluded.words;
end;

create function search_onboardings() returns trigger language plpgsql as $$
begin
    insert into search_entries
    select 'ONBOARDING', o.id, o.tpp, o.bank, o.bank, concat_ws(', ', o.tpp, o.environment, nullif(o.application, 'main')), o.started_at,
           search_words(concat_ws(' ', o.application, o.tpp, o.bank, o.branch, o.environment)) || search_marks('ONBOARDING', o.tpp, o.bank, o.id)
    from added o;
    return null;
end $$;
create trigger onboardings_are_found after insert on onboardings referencing new table as added
    for each statement execute function search_onboardings();

-- What a bank or we call the matter of an onboarding.
create function search_references() returns trigger language plpgsql as $$
begin
    update search_entries e set words = e.words || search_words(new.reference) where e.kind = 'ONBOARDING' and e.id = new.onboarding;
    return null;
end $$;
create trigger bank_references_are_found after insert on bank_references for each row execute function search_references();
create trigger mail_references_are_found after insert on mail_references for each row execute function search_references();
create trigger legs_are_found after update of reference on legs for each row
    when (new.reference is not null and new.reference is distinct from old.reference) execute function search_references();

create function search_tasks() returns trigger language plpgsql as $$
begin
    insert into search_entries
    select 'TASK', t.id, t.tpp, t.bank, t.title, left(t.question, 300), t.created_at,
           search_words(concat_ws(' ', t.title, t.question, t.bank, t.tpp)) || search_marks('TASK', t.tpp, t.bank, t.id, t.onboarding)
    from added t;
    return null;
end $$;
create trigger tasks_are_found after insert on tasks referencing new table as added for each statement execute function search_tasks();

create function search_registrations(ids text[]) returns void language sql
begin atomic
    insert into search_entries
    select 'REGISTRATION', r.id, r.tpp, r.bank, r.bank, concat_ws(', ', r.tpp, r.environment, nullif(r.application, 'main')), r.created_at,
           search_words(concat_ws(' ', r.application, r.tpp, r.bank, r.branch, r.environment, r.made_for)) || search_marks('REGISTRATION', r.tpp, r.bank, r.id)
               || search_words((select string_agg(c.value, ' ') from credentials c where c.registration = r.id and c.secret_name is null and length(c.value) < 200))
    from registrations r where r.id = any(ids)
    on conflict (kind, id) do update set words = excluded.words;
end;
create function search_added_registrations() returns trigger language plpgsql as $$
begin
    perform search_registrations(array(select id from added));
    return null;
end $$;
create function search_added_credentials() returns trigger language plpgsql as $$
begin
    perform search_registrations(array(select distinct registration from added where secret_name is null and value is not null));
    return null;
end $$;
create trigger registrations_are_found after insert on registrations referencing new table as added for each statement execute function search_added_registrations();
create trigger credentials_are_found after insert on credentials referencing new table as added for each statement execute function search_added_credentials();
create trigger changed_credentials_are_found after update on credentials referencing new table as added for each statement execute function search_added_credentials();

create function search_certificates() returns trigger language plpgsql as $$
begin
    insert into search_entries
    select 'CERTIFICATE', c.id, c.tpp, c.bank, c.label, concat_ws(', ', c.kind, c.tpp, c.environment), c.taken_at,
           search_words(concat_ws(' ', c.label, c.kind, c.tpp, c.environment, c.subject)) || search_marks('CERTIFICATE', c.tpp, c.bank, c.id, c.sha256, c.serial)
    from added c;
    return null;
end $$;
create trigger certificates_are_found after insert on certificates referencing new table as added for each statement execute function search_certificates();

create function search_mails() returns trigger language plpgsql as $$
begin
    insert into search_entries
    select 'MAIL', m.id, coalesce(o.tpp, m.tpp), o.bank, m.subject, m.sender, m.received_at,
           search_words(concat_ws(' ', m.sender, m.subject)) || search_marks('MAIL', coalesce(o.tpp, m.tpp), o.bank, m.id, m.onboarding)
    from added m left join onboardings o on o.id = m.onboarding
    on conflict (kind, id) do update set tpp = excluded.tpp, bank = excluded.bank, title = excluded.title, words = excluded.words;
    return null;
end $$;
create trigger mails_are_found after insert on mails referencing new table as added for each statement execute function search_mails();
create trigger changed_mails_are_found after update on mails referencing new table as added for each statement execute function search_mails();

create function search_portal_accounts() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from search_entries e where e.kind = 'PORTAL_ACCOUNT' and e.id = concat_ws('/', old.tpp, old.portal, old.environment);
    end if;
    if tg_op <> 'DELETE' then
        perform search_put('PORTAL_ACCOUNT', concat_ws('/', new.tpp, new.portal, new.environment), new.tpp, null, new.login, concat_ws(', ', new.portal, new.tpp, new.environment),
                           new.created_at, search_words(concat_ws(' ', new.login, new.portal, new.owner, new.tpp)) || search_marks('PORTAL_ACCOUNT', new.tpp, null, ''));
    end if;
    return null;
end $$;
create trigger portal_accounts_are_found after insert or delete or update of login, owner on portal_accounts for each row execute function search_portal_accounts();

create function search_campaigns() returns trigger language plpgsql as $$
begin
    perform search_put('CAMPAIGN', new.id, new.tpp, null, new.name, concat_ws(', ', new.tpp, new.environment), new.created_at,
                       search_words(concat_ws(' ', new.name, new.tpp, new.environment)) || search_marks('CAMPAIGN', new.tpp, null, new.id));
    return null;
end $$;
create trigger campaigns_are_found after insert on campaigns for each row execute function search_campaigns();

create function search_users() returns trigger language plpgsql as $$
begin
    perform search_put('USER', new.name, null, null, new.name, null, new.created_at, search_words(new.name) || search_marks('USER', null, null, ''));
    return null;
end $$;
create trigger users_are_found after insert on users for each row execute function search_users();

create function search_tpps() returns trigger language plpgsql as $$
begin
    perform search_put('TPP', new.id, new.id, null, coalesce(new.profile ->> 'legalName', new.id), concat_ws(', ', new.id, new.profile ->> 'licenceNumber'), new.changed_at,
        search_words(concat_ws(' ', new.id, new.profile ->> 'legalName', new.profile ->> 'tradingName', new.profile ->> 'furtherTradingNames', new.profile ->> 'licenceNumber',
                               new.profile ->> 'vatNumber', new.profile ->> 'lei', new.profile ->> 'registerNumber', new.profile ->> 'authorityId'))
            || search_marks('TPP', new.id, null, new.id));
    return null;
end $$;
create trigger tpps_are_found after insert or update of profile on tpps for each row execute function search_tpps();
