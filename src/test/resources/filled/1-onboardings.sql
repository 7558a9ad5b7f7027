-- Who we are, what was begun, and how far it came. Most are at few banks and of few TPPs; what is open is young, and what is over is of any age.
select setseed(0.42);

insert into tpps (id, profile, changed_at)
select 'tpp-' || lpad(k::text, 2, '0'), jsonb_build_object('id', 'tpp-' || lpad(k::text, 2, '0'),
        'legalName', (array['Harbour Ledger', 'Quay Payments', 'Lantern Accounts', 'Beacon Finance', 'Compass Money', 'Anchor Insight', 'Tiller Credit', 'Mast Savings'])[1 + k % 8]
            || ' ' || (array['GmbH', 'AG', 'Ltd', 'B.V.', 'SAS'])[1 + k % 5] || ' ' || k,
        'country', (array['DE', 'AT', 'GB', 'NL', 'FR'])[1 + k % 5], 'licenceNumber', 'LIC-' || (100000 + k * 37), 'vatNumber', 'DE' || (100000000 + k * 7919),
        'address', jsonb_build_object('street', 'Weg ' || k, 'postalCode', '20095', 'city', 'Hamburg', 'country', 'DE'),
        'authority', 'BaFin', 'roles', jsonb_build_array('PSP_AI'),
        'contacts', jsonb_build_array(jsonb_build_object('kind', 'banks', 'firstName', 'Ada', 'lastName', 'Example', 'eMail', 'banks@tpp-' || k || '.example', 'phone', '+49401234567')),
        'applications', jsonb_build_object('main', jsonb_build_object('name', 'Ledger ' || k, 'description', 'Shows accounts', 'platform', 'Web', 'type', 'Confidential',
            'redirectUris', jsonb_build_object('test', jsonb_build_array('https://tpp-' || k || '.example/test'), 'live', jsonb_build_array('https://tpp-' || k || '.example/live')))))
    , now() from generate_series(1, ${tpps}) k;

create unlogged table filling as
select i, md5('onboarding ' || i)::uuid::text as id, md5('registration ' || i)::uuid::text as registration,
       'tpp-' || lpad((1 + floor(${tpps} * power(random(), 2)))::int::text, 2, '0') as tpp, 1 + floor(${ways} * power(random(), 1.6))::int as way,
       random() as standing, power(random(), 2) as age, random() as place, 0.1 + 3 * power(random(), 3) as pace, random() as luck
from generate_series(1, ${onboardings}) i;

create unlogged table filled as
with stood as (
    select f.*, w.bank, w.environment, w.kind, w.route, w.version, w.legs,
        case when standing < 0.20 then 'WAITING_FOR_US' when standing < 0.38 then 'WAITING_FOR_BANK' when standing < 0.40 then 'RUNNING'
             when standing < 0.42 then 'WAITING_FOR_OTHER' when standing < 0.43 then 'ON_HOLD' when standing < 0.435 then 'SCHEDULED' when standing < 0.90 then 'DONE'
             when standing < 0.93 then 'REJECTED' when standing < 0.98 then 'WITHDRAWN' else 'FAILED' end as status
    from filling f join filling_ways w on w.way = f.way)
select s.*, standing < 0.435 as is_open, 1 + floor(place * legs)::int as at_leg,
       now() - interval '1 hour' - make_interval(secs => 86400 * (age * case when standing < 0.435 then 150 else 900 end + pace * legs)) as started_at
from stood s;
alter table filled add primary key (i);
analyze filled;

insert into onboardings (id, tpp, bank, unit, environment, environment_kind, application, services, route, playbook_version, status, on_hold, held_status, start_at,
    waiting_for, registration, started_by, started_at, updated_at, finished_at)
select id, tpp, bank, bank, environment, kind, 'customer-' || i, case when i % 3 = 0 then '{AIS,PIS}'::text[] else '{AIS}' end, route, version, status, status = 'ON_HOLD',
       case when status = 'ON_HOLD' then 'WAITING_FOR_BANK' end, case when status = 'SCHEDULED' then now() + interval '30 days' end,
       case status when 'WAITING_FOR_US' then 'US' when 'WAITING_FOR_BANK' then 'BANK' when 'WAITING_FOR_OTHER' then 'OTHER' end,
       registration, 'user:admin', started_at, least(now(), started_at + make_interval(secs => 86400 * pace * at_leg)),
       case when not is_open then started_at + make_interval(secs => 86400 * pace * case when status = 'DONE' then legs else at_leg end) end
from filled order by started_at;

insert into legs (onboarding, leg, ordinal, stage, means, state, since, round_since, begun_at, done_at, on_hold, runs, worked_ms, result, result_at, waiting_for, waiting_since,
    look_again_at, promised_by, promise_broken, reference)
select id, leg, ordinal, stage, means,
       case when status = 'DONE' or ordinal < at_leg and status <> 'SCHEDULED' then 'DONE' when not is_open then 'STOPPED' when ordinal > at_leg or status = 'SCHEDULED' then 'PENDING'
            when status = 'WAITING_FOR_US' then 'WITH_PERSON' when status = 'RUNNING' then 'READY' else 'WAITING' end,
       begun, begun, case when ordinal <= at_leg and status <> 'SCHEDULED' or status = 'DONE' then begun end,
       case when status = 'DONE' or ordinal < at_leg and status <> 'SCHEDULED' then begun + make_interval(secs => 86400 * pace * (0.5 + luck * (ordinal % 3) / 4)) end,
       status = 'ON_HOLD', case when ordinal <= at_leg or status = 'DONE' then 1 else 0 end, (1000 + 20000 * luck)::int, case when status = 'DONE' or ordinal < at_leg then 'DONE' end,
       case when status = 'DONE' or ordinal < at_leg then begun + interval '1 minute' end, case when awaited then case status when 'WAITING_FOR_OTHER' then 'OTHER' else 'BANK' end end,
       case when awaited then begun end, case when awaited then now() + interval '1 day' end,
       case when awaited and luck < 0.3 then begun + interval '20 days' end, case when awaited and luck < 0.02 then begun + interval '10 days' end,
       case when awaited and luck < 0.5 then 'REF-' || i end
from (select f.*, l.leg, l.ordinal, l.stage, l.means, started_at + make_interval(secs => 86400 * pace * (l.ordinal - 1)) as begun,
             l.ordinal = at_leg and status in ('WAITING_FOR_BANK', 'WAITING_FOR_OTHER', 'ON_HOLD') as awaited
      from filled f join filling_legs l on l.way = f.way) reached
order by i, ordinal;

insert into captures (onboarding, leg, round, name, value, captured_at)
select id, leg, 1, 'client-id', 'client-' || md5(id), started_at from filled f join filling_legs l on l.way = f.way and l.ordinal = 2 where at_leg > 2 or status = 'DONE';

insert into bank_answers (onboarding, kind, note, said_at, said_by, leg, read_at)
select id, case when luck < 0.7 then 'ACKNOWLEDGED' else 'APPROVED' end, 'The desk has it.', started_at + interval '2 days', 'user:admin', null, started_at + interval '2 days'
from filled where place > 0.7;
