-- What stands at banks, with what lets us in; nothing here has a value that is a secret.
insert into registrations (id, tpp, bank, environment, application, standing, method, health, health_note, asked, granted, effective_from, onboarding, at_bank, created_at, changed_at)
select registration, tpp, bank, environment, 'customer-' || i,
       case status when 'DONE' then case when luck < 0.02 then 'SUSPENDED' else 'ACTIVE' end when 'REJECTED' then 'REJECTED' when 'WITHDRAWN' then 'WITHDRAWN' when 'FAILED' then 'WITHDRAWN'
            else 'IN_PROGRESS' end,
       (array['PORTAL', 'API', 'MAIL', 'BY_HAND'])[1 + i % 4], case when status = 'DONE' then case when luck < 0.03 then 'DEGRADED' else 'OK' end else 'UNKNOWN' end,
       case when status = 'DONE' and luck < 0.03 then 'The probe was answered with 401.' end, '{AIS}', case when status = 'DONE' then '{AIS}'::text[] else '{}' end,
       case when status = 'DONE' then started_at end, id, case when status = 'DONE' then 'EXISTS' else 'NOTHING' end, started_at, started_at
from filled order by started_at;

insert into service_grants (registration, service, effective_from) select registration, 'AIS', started_at from filled where status = 'DONE';

insert into credentials (registration, name, kind, secret_name, value, state, expires_at, issued_at, changed_at)
select registration, made.name, made.kind, case when made.kind = 'CLIENT_SECRET' then 'registrations/' || registration || '/' || made.name end, case when made.kind <> 'CLIENT_SECRET' then 'client-' || md5(id) end,
       'USABLE', case when made.kind = 'CLIENT_SECRET' then now() + make_interval(days => (luck * 700)::int - 20) end, started_at, started_at
from filled cross join (values ('client-id', 'CLIENT_ID'), ('client-secret', 'CLIENT_SECRET')) as made(name, kind) where status = 'DONE';

insert into access_proofs (registration, service, level, controlled, proven_at)
select registration, 'AIS', 'DATA', true, now() - make_interval(days => 30 * k) from filled cross join generate_series(1, 2) k where status = 'DONE';

insert into certificates (id, tpp, kind, environment, label, chain_pem, serial, subject, sha256, key_sha256, not_before, not_after, taken_at, retired_at)
select md5('certificate ' || t.id || kinds.kind || environment || k)::uuid::text, t.id, kinds.kind, environment, kinds.kind || ' of 202' || (3 + k), '${pem}', substr(md5(t.id || kinds.kind || k), 1, 16), 'CN=' || t.id || '.example, O=Filled ' || t.id,
       md5(t.id || kinds.kind || environment || k) || md5('sha256' || t.id || kinds.kind || k), md5('key' || t.id || kinds.kind || environment || k) || md5('key'),
       now() - make_interval(days => 300 * (4 - k)), now() - make_interval(days => 300 * (4 - k)) + interval '2 years', now() - make_interval(days => 300 * (4 - k)),
       case when k < 2 then now() - interval '100 days' end
from tpps t cross join (values ('QWAC'), ('QSEALC')) as kinds(kind) cross join (values ('test'), ('live')) as environments(environment) cross join generate_series(1, 3) k;

insert into identity_uses (onboarding, tpp, bank, environment, redirect_uri, manner, first_at, last_at)
select id, tpp, bank, environment, 'https://tpp-' || ltrim(substr(tpp, 5), '0') || '.example/' || kind, 'VALUE', started_at, started_at from filled where is_open or status = 'DONE';
insert into identity_uses (onboarding, tpp, bank, environment, certificate, manner, first_at, last_at)
select f.id, f.tpp, f.bank, f.environment, c.id, 'TLS', f.started_at, f.started_at
from filled f join certificates c on c.tpp = f.tpp and c.environment = f.kind and c.kind = 'QWAC' and c.label = 'QWAC of 2026' where f.is_open or f.status = 'DONE';

insert into portal_accounts (tpp, portal, environment, login, password_name, owner, created_at, expires_at)
select t.id, w.bank || '-portal', w.environment, 'portal+' || w.bank || '@' || t.id || '.example', 'accounts/' || t.id || '/' || w.bank || '/' || w.environment, 'Ada Example',
       now() - interval '200 days', case when w.way % 7 = 0 then now() + interval '60 days' end
from tpps t cross join (select min(way) as way, bank, environment from filling_ways where way <= 80 group by bank, environment) w;
