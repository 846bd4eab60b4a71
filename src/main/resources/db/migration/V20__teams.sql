-- Who belongs because an Admin says so, in groups made by hand: those without a connection. Of these no identity
-- provider says anything, so that there is one ground or none.
create table members_by_hand (
  organization_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  set_at timestamp(6) with time zone not null,
  -- Who set it: the actor as the audit trail names it.
  set_by varchar(256) not null,
  trace_id varchar(32) not null,
  constraint members_by_hand_pk primary key (organization_id, group_id, user_id),
  constraint members_by_hand_group foreign key (organization_id, group_id) references groups on delete cascade,
  constraint members_by_hand_user foreign key (organization_id, user_id) references users on delete cascade
);

create index members_by_hand_by_user on members_by_hand (organization_id, user_id, group_id);

-- As before, and whom Admins put into groups made by hand.
drop view memberships;

create view memberships as
select w.organization_id, w.user_id, w.group_id, w.said_at as since, w.trace_id, cast(null as varchar(256)) as claimed_name,
  cast(null as varchar(256)) as set_by
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
select c.organization_id, c.user_id, b.group_id, c.claimed_at as since, c.trace_id, c.name as claimed_name,
  cast(null as varchar(256)) as set_by
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
    and (w.said_at is not null or (u.scim_managed_since is not null and u.scim_managed_since <= g.complete_at)))
union all
select h.organization_id, h.user_id, h.group_id, h.set_at as since, h.trace_id,
  cast(null as varchar(256)) as claimed_name, h.set_by
from members_by_hand h
join groups g on g.organization_id = h.organization_id and g.group_id = h.group_id
join users u on u.organization_id = h.organization_id and u.user_id = h.user_id
where g.connection_id is null
  and g.deleted_at is null
  and u.status not in ('PARKED', 'DELETED');
