-- People, groups, and the evidence of who belongs where. Who belongs is not stored: the view `memberships` derives it
-- from SCIM's words, the sign-ins' claims and the filter in force, as the class Membership does.
--
-- Rows here name their connection without a foreign key: PostgreSQL would hold the connection's row for every insert,
-- and sign-ins that lock it after they have made a user would wait for each other. A connection's row is never deleted.

create table users (
  organization_id uuid not null,
  user_id uuid not null,
  -- Null for an invited person who has no connection yet.
  connection_id uuid,
  -- PARKED is a value that a push named as a member before any such user came; it becomes that user.
  status varchar(10) not null,
  user_name varchar(256),
  external_id varchar(256),
  -- What must be unique among a connection's users, null once the user is deleted or has lost it. external_id itself
  -- stays, so that a sign-in of whoever is gone is still known for what it is.
  user_name_key varchar(256),
  external_id_key varchar(256),
  email varchar(320),
  attributes text not null,
  role_by_hand varchar(20) not null,
  -- Raised by deactivation, deletion and a change of person: sessions and tokens of an older epoch are refused.
  credential_epoch bigint not null,
  scim_managed_since timestamp(6) with time zone,
  -- Claims issued before this moment do not count: the person is another, or was away.
  claims_not_before timestamp(6) with time zone,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  constraint users_pk primary key (organization_id, user_id),
  constraint users_user_name unique (organization_id, connection_id, user_name_key),
  constraint users_external_id unique (organization_id, connection_id, external_id_key),
  constraint users_organization foreign key (organization_id) references organizations on delete cascade,
  constraint users_status check (status in ('PARKED', 'STAGED', 'INVITED', 'ACTIVE', 'DISABLED', 'DELETED'))
);

create index users_by_connection on users (organization_id, connection_id, user_id);
create index users_by_user_name on users (organization_id, user_name_key);
create index users_by_external_id on users (organization_id, connection_id, external_id);

-- The e-mail by which the portal knows a user. One that its user left behind stays theirs to take up again, and nobody
-- else's.
create table handles (
  organization_id uuid not null,
  handle varchar(320) not null,
  user_id uuid not null,
  -- Whether the user bears it now.
  borne boolean not null,
  -- Who vouches for it: 1 a sign-in with a verified e-mail, 2 SCIM, 3 an Admin.
  strength integer not null,
  taken_at timestamp(6) with time zone not null,
  constraint handles_pk primary key (organization_id, handle),
  constraint handles_user foreign key (organization_id, user_id) references users on delete cascade
);

create index handles_by_user on handles (organization_id, user_id);

create table groups (
  organization_id uuid not null,
  group_id uuid not null,
  -- Null for a group made by hand.
  connection_id uuid,
  display_name varchar(256) not null,
  display_name_key varchar(256) not null,
  -- The name while the group exists: two groups of one connection never bear one name at a time.
  name_in_use varchar(256),
  external_id varchar(256),
  description varchar(1000),
  -- The team's identifier: fixed at creation. Its shown name: unique in the organization.
  identifier varchar(1000) not null,
  shown_name varchar(400) not null,
  shown_name_in_use varchar(400),
  scim_managed_since timestamp(6) with time zone,
  -- When SCIM last stated the whole membership: who was not in that list is not a member since then.
  complete_at timestamp(6) with time zone,
  deleted_at timestamp(6) with time zone,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint groups_pk primary key (organization_id, group_id),
  constraint groups_name unique (organization_id, connection_id, name_in_use),
  constraint groups_shown_name unique (organization_id, shown_name_in_use),
  constraint groups_organization foreign key (organization_id) references organizations on delete cascade
);

create index groups_by_display_name on groups (organization_id, connection_id, display_name_key);
create index groups_by_connection on groups (organization_id, connection_id, group_id);

-- Every identifier that ever meant a team. None is given twice; a group that takes another over gets its identifiers too.
create table team_identifiers (
  organization_id uuid not null,
  identifier varchar(1000) not null,
  group_id uuid not null,
  constraint team_identifiers_pk primary key (organization_id, identifier),
  constraint team_identifiers_group foreign key (organization_id, group_id) references groups on delete cascade
);

-- Which group bore which name when: a name in a claim means the group that bore it at the claim's time.
create table group_names (
  organization_id uuid not null,
  connection_id uuid not null,
  name varchar(256) not null,
  borne_from timestamp(6) with time zone not null,
  borne_until timestamp(6) with time zone,
  group_id uuid not null,
  constraint group_names_pk primary key (organization_id, connection_id, name, borne_from),
  constraint group_names_group foreign key (organization_id, group_id) references groups on delete cascade
);

create index group_names_by_group on group_names (organization_id, group_id);

-- SCIM's register: its last word on one user in one group.
create table scim_words (
  organization_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  member boolean not null,
  said_at timestamp(6) with time zone not null,
  trace_id varchar(32) not null,
  constraint scim_words_pk primary key (organization_id, group_id, user_id),
  constraint scim_words_group foreign key (organization_id, group_id) references groups on delete cascade,
  constraint scim_words_user foreign key (organization_id, user_id) references users on delete cascade
);

create index scim_words_by_user on scim_words (organization_id, user_id, group_id);

-- The sign-ins' register: the newest complete claim of each user ...
create table claims (
  organization_id uuid not null,
  user_id uuid not null,
  claimed_at timestamp(6) with time zone not null,
  constraint claims_pk primary key (organization_id, user_id),
  constraint claims_user foreign key (organization_id, user_id) references users on delete cascade
);

-- ... with every name in it, and name by name what truncated claims newer than it named.
create table claim_names (
  organization_id uuid not null,
  user_id uuid not null,
  name varchar(256) not null,
  connection_id uuid not null,
  claimed_at timestamp(6) with time zone not null,
  trace_id varchar(32) not null,
  constraint claim_names_pk primary key (organization_id, user_id, name, claimed_at),
  constraint claim_names_user foreign key (organization_id, user_id) references users on delete cascade
);

create index claim_names_by_name on claim_names (organization_id, connection_id, name);

-- Whether the filter in force matches a name that some claim holds; the one place where its verdict is kept.
create table claimed_names (
  organization_id uuid not null,
  connection_id uuid not null,
  name varchar(256) not null,
  matches boolean not null,
  constraint claimed_names_pk primary key (organization_id, connection_id, name),
  constraint claimed_names_organization foreign key (organization_id) references organizations on delete cascade
);

-- When a token of that time of issue first came, which is its claim's time where its clock ran ahead of ours.
create table claim_receipts (
  organization_id uuid not null,
  user_id uuid not null,
  issued_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  constraint claim_receipts_pk primary key (organization_id, user_id, issued_at),
  constraint claim_receipts_user foreign key (organization_id, user_id) references users on delete cascade
);

-- Who belongs where, and on what evidence. A user may appear twice in a group: by SCIM's word and by a claim.
create view memberships as
select w.organization_id, w.user_id, w.group_id, w.said_at as since, w.trace_id, cast(null as varchar(256)) as claimed_name
from scim_words w
join groups g on g.organization_id = w.organization_id and g.group_id = w.group_id
join users u on u.organization_id = w.organization_id and u.user_id = w.user_id
where w.member
  and g.deleted_at is null
  and (g.complete_at is null or w.said_at >= g.complete_at)
  and u.status not in ('PARKED', 'DELETED')
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
