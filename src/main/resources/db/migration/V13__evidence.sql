-- What is settled of a token when it first comes, by its subject, whoever bears that: its claim's time where its clock
-- ran ahead of ours, and what the lack of a claim was taken for.
create table token_receipts (
  organization_id uuid not null,
  connection_id uuid not null,
  subject varchar(256) not null,
  issued_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  -- Null for a token that had a claim.
  absence_is_empty boolean,
  constraint token_receipts_pk primary key (organization_id, connection_id, subject, issued_at),
  constraint token_receipts_organization foreign key (organization_id) references organizations on delete cascade
);

insert into token_receipts (organization_id, connection_id, subject, issued_at, received_at)
select r.organization_id, u.connection_id, u.external_id, r.issued_at, min(r.received_at)
from claim_receipts r
join users u on u.organization_id = r.organization_id and u.user_id = r.user_id
where u.connection_id is not null and u.external_id is not null
group by r.organization_id, u.connection_id, u.external_id, r.issued_at;

drop table claim_receipts;

-- Who brought a groups claim when, under which configuration of the connection: while others do, an absent claim means
-- no group.
create table claim_bringers (
  organization_id uuid not null,
  connection_id uuid not null,
  subject varchar(256) not null,
  configuration varchar(64) not null,
  brought_at timestamp(6) with time zone not null,
  constraint claim_bringers_pk primary key (organization_id, connection_id, subject),
  constraint claim_bringers_organization foreign key (organization_id) references organizations on delete cascade
);

create index claim_bringers_by_time on claim_bringers (organization_id, connection_id, brought_at);

-- The connection that an invitation names, for one who has none yet.
alter table users add column invited_through uuid;

-- That a group has the name from another, which it took over: claims of that name mean it, but it was not called so.
alter table group_names add column inherited boolean default false not null;

-- As before, and: where claims cover what SCIM pushes, a newer complete claim that lacks a group outweighs SCIM's word.
-- For that, claimed_names holds the filter's verdict on the names that groups bore too.
drop view memberships;

create view memberships as
select w.organization_id, w.user_id, w.group_id, w.said_at as since, w.trace_id, cast(null as varchar(256)) as claimed_name
from scim_words w
join groups g on g.organization_id = w.organization_id and g.group_id = w.group_id
join users u on u.organization_id = w.organization_id and u.user_id = w.user_id
where w.member
  and g.deleted_at is null
  and (g.complete_at is null or w.said_at >= g.complete_at)
  and u.status not in ('PARKED', 'DELETED')
  and not exists (
    select 1
    from connections x
    join claims k on k.organization_id = w.organization_id and k.user_id = w.user_id and k.claimed_at > w.said_at
    join group_names b
      on b.organization_id = w.organization_id and b.group_id = w.group_id
     and not b.inherited and b.borne_from <= k.claimed_at and (b.borne_until is null or b.borne_until > k.claimed_at)
    join claimed_names n
      on n.organization_id = b.organization_id and n.connection_id = b.connection_id and n.name = b.name and n.matches
    where x.organization_id = g.organization_id and x.connection_id = g.connection_id and x.claim_covers
      and not exists (
        select 1 from claim_names c
        where c.organization_id = w.organization_id and c.user_id = w.user_id and c.name = b.name
          and c.claimed_at = k.claimed_at))
union all
select c.organization_id, c.user_id, b.group_id, c.claimed_at as since, c.trace_id, c.name as claimed_name
from claim_names c
join claimed_names n
  on n.organization_id = c.organization_id and n.connection_id = c.connection_id and n.name = c.name and n.matches
join group_names b
  on b.organization_id = c.organization_id and b.connection_id = c.connection_id and b.name = c.name
 and (b.borne_until is null or b.borne_until > c.claimed_at)
join groups g on g.organization_id = b.organization_id and g.group_id = b.group_id and g.deleted_at is null
join users u on u.organization_id = c.organization_id and u.user_id = c.user_id
left join scim_words w
  on w.organization_id = c.organization_id and w.group_id = b.group_id and w.user_id = c.user_id
where u.status not in ('PARKED', 'DELETED')
  -- The group that bore the name at the claim's time, else the first since: no earlier bearer still bore it then.
  and not exists (
    select 1 from group_names e
    where e.organization_id = b.organization_id and e.connection_id = b.connection_id and e.name = b.name
      and e.borne_from < b.borne_from and e.borne_until > c.claimed_at)
  -- SCIM took the person out by name, then or later.
  and not (w.member is not null and not w.member and w.said_at >= c.claimed_at)
  -- SCIM stated the whole membership without the person, then or later.
  and not (
    g.complete_at is not null and g.complete_at >= c.claimed_at
    and (w.said_at is null or w.said_at < g.complete_at)
    and (w.said_at is not null or (u.scim_managed_since is not null and u.scim_managed_since <= g.complete_at)));
