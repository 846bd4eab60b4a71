-- Which groups an Admin has confirmed that a rule may make Admins of, by the names that they bore. A name that comes
-- later is not among them, and neither is the same name at another provider.
create table group_rule_reviews (
  organization_id uuid not null,
  rule varchar(100) not null,
  connection_id uuid not null,
  name varchar(256) not null,
  reviewed_at timestamp(6) with time zone not null,
  actor_kind varchar(20) not null,
  actor_id varchar(200) not null,
  trace_id varchar(32) not null,
  constraint group_rule_reviews_pk primary key (organization_id, rule, connection_id, name),
  constraint group_rule_reviews_rule foreign key (organization_id, rule)
    references group_rules (organization_id, identifier) on delete cascade
);
