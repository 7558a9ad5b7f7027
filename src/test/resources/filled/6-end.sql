insert into journal_chains (chain, position, hash) select chain, position, hash from journal_entries where position = ${entries} and chain in (select id from filling_chains);
select journal_seal(now());
drop table filling_chains, filling_tasks, filled, filling, filling_legs, filling_ways;
