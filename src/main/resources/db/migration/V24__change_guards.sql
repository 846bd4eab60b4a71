-- How far a change over the REST API may take rights from people without confirmation. Without a row: not watched.
create table change_guards (
  organization_id uuid not null,
  enabled boolean not null,
  share_percent integer not null,
  fewest_people integer not null,
  constraint change_guards_pk primary key (organization_id),
  constraint change_guards_organization foreign key (organization_id)
    references organizations (organization_id) on delete cascade
);
