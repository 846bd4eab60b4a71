-- What resources are found and sorted by, and what organizations add to their attributes.

-- Attributes of extension schemas; the rest of a group has columns of its own.
alter table groups add column attributes text default '{}' not null;

create index groups_by_external_id on groups (organization_id, connection_id, external_id);

-- Every value of a user's attributes that have no column of their own, for filters and sorting. The document in
-- users.attributes is what is shown; these rows follow it in the same transaction.
create table user_values (
  organization_id uuid not null,
  user_id uuid not null,
  connection_id uuid not null,
  -- As AttributeKey has it: lower-case names joined by dots, an extension's behind its URN and a colon.
  path code_point_text not null,
  -- Which element of a multi-valued attribute, from 0; sub-attributes of one element share it. 0 for single values.
  element integer not null,
  -- Which of several values of a sub-attribute, from 0.
  part integer not null,
  -- Whether sorting by the attribute goes by this value: the primary one, else the first.
  leading_value boolean not null,
  -- The value as text, and as CaseFold has it, of both the first million characters; booleans as `true` and `false`.
  exact_text code_point_text not null,
  folded_text code_point_text not null,
  -- Of folded_text: an index on texts of any length would not fit into PostgreSQL's pages.
  folded_hash integer not null,
  -- What the text says beyond that: a number, a moment, or an identifier of ours. Null if it says no such thing.
  number_value numeric(40, 20),
  instant_value timestamp(6) with time zone,
  uuid_value uuid,
  constraint user_values_pk primary key (organization_id, user_id, path, element, part),
  constraint user_values_user foreign key (organization_id, user_id) references users on delete cascade
);

create index user_values_by_value on user_values (organization_id, connection_id, path, folded_hash, user_id);

-- The same for groups.
create table group_values (
  organization_id uuid not null,
  group_id uuid not null,
  connection_id uuid not null,
  path code_point_text not null,
  element integer not null,
  part integer not null,
  leading_value boolean not null,
  exact_text code_point_text not null,
  folded_text code_point_text not null,
  folded_hash integer not null,
  number_value numeric(40, 20),
  instant_value timestamp(6) with time zone,
  uuid_value uuid,
  constraint group_values_pk primary key (organization_id, group_id, path, element, part),
  constraint group_values_group foreign key (organization_id, group_id) references groups on delete cascade
);

create index group_values_by_value on group_values (organization_id, connection_id, path, folded_hash, group_id);

-- Extension schemas that an organization declares (RFC 7643 §7), as the JSON in which they were sent.
create table scim_schemas (
  organization_id uuid not null,
  -- Lower-case: URNs are found without regard to case.
  urn_key varchar(400) not null,
  urn varchar(400) not null,
  resource_type varchar(10) not null,
  definition text not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  constraint scim_schemas_pk primary key (organization_id, urn_key),
  constraint scim_schemas_organization foreign key (organization_id) references organizations on delete cascade
);

-- Raised by every change of the organization's schemas; what is compiled from them is kept under it.
alter table organizations add column schemas_version bigint default 0 not null;

-- The order in which a walk by cursor and `sortBy` goes (RFC 9865), fixed when it begins.
create table cursor_walks (
  organization_id uuid not null,
  walk_id uuid not null,
  connection_id uuid not null,
  -- How many steps it has.
  steps integer not null,
  expires_at timestamp(6) with time zone not null,
  constraint cursor_walks_pk primary key (organization_id, walk_id),
  constraint cursor_walks_organization foreign key (organization_id) references organizations on delete cascade
);

create index cursor_walks_by_expiry on cursor_walks (expires_at);

create table cursor_steps (
  organization_id uuid not null,
  walk_id uuid not null,
  step integer not null,
  -- User or Group.
  resource_type varchar(10) not null,
  resource_id uuid not null,
  constraint cursor_steps_pk primary key (organization_id, walk_id, step),
  constraint cursor_steps_walk foreign key (organization_id, walk_id) references cursor_walks on delete cascade
);
