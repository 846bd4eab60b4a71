-- Names of roles are compared without case, so that blueprints whose identifiers differ only in case would share their
-- moderators. Nobody makes a second one; of those that there are already, the oldest alone bears the folded identifier.
alter table blueprints add column folded_identifier varchar(300);

update blueprints set folded_identifier = lower(identifier)
where not exists (
  select 1 from blueprints other
  where other.organization_id = blueprints.organization_id
    and lower(other.identifier) = lower(blueprints.identifier)
    and (other.created_at < blueprints.created_at
         or (other.created_at = blueprints.created_at and other.identifier < blueprints.identifier)));

alter table blueprints add constraint blueprints_alike unique (organization_id, folded_identifier);
