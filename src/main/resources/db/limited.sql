-- What a connection of somebody who is limited to some TPPs sees: temporary views of the names of the tables, which are found before them.
-- A table is limited by the first of these columns that it has, so one that is added is limited, too. Whatever has no TPP, such as a mail
-- without a home in a mailbox of several, is left out. Writing goes through the views; nothing can be made there for a TPP that is not among them.
do $$
declare
    home constant text := current_schema();
    tpps constant text := 'any (string_to_array(current_setting(''portolan.tpps'', true), '',''))';
    registrations constant text := 'any (string_to_array(current_setting(''portolan.registrations'', true), '',''))';
    -- of the house, though they name a TPP or a chain: reached only through what is limited, or by whom they ask for themselves, as events are
    house constant text[] := array['vault_secrets', 'journal_chains', 'journal_seal_heads', 'events'];
    checked constant text[] := array['tpps', 'tpp_documents', 'certificates', 'certificate_requests', 'certificate_choices', 'portal_accounts',
        'registrations', 'onboardings', 'automation_consents', 'campaigns'];
    found record;
    condition text;
begin
    for found in
        select c.relname as name, array_agg(a.attname::text) as columns
          from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
         where n.nspname = home and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relname not like 'act\_%'
         group by c.relname
    loop
        condition := case
            when found.name = any (house) then null
            when found.name = 'tpps' then 't.id = ' || tpps
            when found.name = 'registrations' then format('(t.tpp = %s or t.id = %s)', tpps, registrations)
            when found.name = 'onboardings' then format('(t.tpp = %s or t.registration = %s)', tpps, registrations)
            when found.name = 'mails' then format('case when t.onboarding is null then t.tpp = %2$s else '
                'exists (select from %1$I.onboardings o where o.id = t.onboarding and (o.tpp = %2$s or o.registration = %3$s)) end', home, tpps, registrations)
            when found.name = 'tasks' then format('(t.tpp = %2$s or exists (select from %1$I.onboardings o where o.id = t.onboarding and o.registration = %3$s))', home, tpps, registrations)
            when 'tpp' = any (found.columns) then 't.tpp = ' || tpps
            when 'campaign' = any (found.columns) then format('exists (select from %I.campaigns c where c.id = t.campaign and c.tpp = %s)', home, tpps)
            when 'onboarding' = any (found.columns) then
                format('exists (select from %I.onboardings o where o.id = t.onboarding and (o.tpp = %s or o.registration = %s))', home, tpps, registrations)
            when 'registration' = any (found.columns) then
                format('exists (select from %I.registrations r where r.id = t.registration and (r.tpp = %s or r.id = %s))', home, tpps, registrations)
            when 'task' = any (found.columns) then format('exists (select from %1$I.tasks k join %1$I.onboardings o on o.id = k.onboarding '
                'where k.id = t.task and (o.tpp = %2$s or o.registration = %3$s))', home, tpps, registrations)
            -- one look by key for each line, since "exists" would have all onboardings read
            when 'chain' = any (found.columns) then format('coalesce((select o.tpp from %1$I.onboardings o where o.id = t.chain), '
                '(select r.tpp from %1$I.registrations r where r.id = t.chain), case when t.chain like ''tpp:%%'' then substr(t.chain, 5) end, '
                '(select c.tpp from %1$I.campaigns c where t.chain like ''campaign:%%'' and c.id = substr(t.chain, 10))) = %2$s', home, tpps)
        end;
        if condition is not null then
            execute format('create temporary view %1$I as select * from %2$I.%1$I t where %3$s %4$s', found.name, home, condition,
                case when found.name = any (checked) then 'with local check option' else '' end);
        end if;
    end loop;
end $$
